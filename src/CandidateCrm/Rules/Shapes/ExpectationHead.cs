using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The members that every expectation begins with.</summary>
internal sealed class ExpectationHead<T>
    where T : Expectation
{
    private const string Once = "once";

    private readonly TypedMember<T, ExpectationKey> _key;
    private readonly TypedMember<T, int> _version;
    private readonly TypedMember<T, ImmutableArray<FactMatch>> _startedBy;

    internal ExpectationHead(MemberTable<T> table, string word)
    {
        table.Ignore("$schema", new ToolTextShape(), "Where an editor finds the JSON Schema; nothing else reads it.");
        table.Must("schema", new WholeShape(DefinitionShape.Schema, DefinitionShape.Schema, "The form of this document"), _ => DefinitionShape.Schema, $"The form of this document, {DefinitionShape.Schema}.");
        table.Must("kind", new ConstantShape(DefinitionKind.Expectation.Value), _ => DefinitionKind.Expectation.Value, $"The kind of definition, {DefinitionKind.Expectation}.");
        _key = table.Must("key", Texts.Code<ExpectationKey>("The key of an expectation"), e => e.Key, "The key of the expectation.");
        _version = table.Version(e => e.Version);
        if (word == Once)
        {
            table.May<string>("promise", new ConstantShape(word), _ => word, "The kind of promise: something once, where it is left out.", otherwise: word);
        }
        else
        {
            table.Must("promise", new ConstantShape(word), _ => word, $"The kind of promise, {word}.");
        }

        _startedBy = table.Must("startedBy", FactMatchShape.Patterns, e => e.StartedBy?.AnyOf ?? [], "Any of these facts opens a promise.");
    }

    internal ExpectationKey Key(MemberValues<T> values) => values.Of(_key);

    internal int Version(MemberValues<T> values) => values.Of(_version);

    internal FactPattern StartedBy(MemberValues<T> values) => new() { AnyOf = values.Of(_startedBy) };
}
