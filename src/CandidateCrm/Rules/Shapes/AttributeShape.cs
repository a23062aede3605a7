using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Recorded attributes: <c>{"schema":1,"kind":"attribute","key":"skills","version":1,"type":"textSet"}</c>.</summary>
internal static class AttributeShape
{
    private static ObjectShape<FieldJustification> Justification { get; } = new(table =>
    {
        var who = table.Must("who", Texts.Line, j => j.Who, "Who answers for it: an id or a role.");
        var why = table.Must("why", Texts.Line, j => j.Why, "The reason; every explanation shows it.");
        var until = table.Must("until", Texts.Point, j => j.Until, "When it ends; at this instant it is not in force any more.");
        return (values, _) => new FieldJustification { Who = values.Of(who), Why = values.Of(why), Until = values.Of(until) };
    });

    internal static DefinitionOf<AttributeDefinition> Shape { get; } = new(DefinitionKind.Attribute, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<FactCode>("The key of an attribute"), a => a.Key, "The name of the attribute, in facts and in rules.");
        var version = table.Version(a => a.Version);
        var type = table.Must("type", Texts.Word<FieldType>("a type"), a => a.Type, "The type; any but a collection.");
        var kind = table.May("class", Texts.Word<AttributeClass>("a class of attributes"), a => a.Class, "What it may be used for; ordinary where it is left out.");
        var justification = table.May("justification", Justification, a => a.Justification!, "Who answers for the use of a proxy, why, and until when.", otherwise: null!);
        var exact = table.May("caseSensitive", FlagShape.Instance, a => a.IsCaseSensitive, "Whether a text or a set of texts is compared exactly, as codes are.");
        return (values, _) => new AttributeDefinition
        {
            Key = values.Of(key),
            Version = values.Of(version),
            Type = values.Of(type),
            Class = values.Of(kind),
            Justification = values.Of(justification),
            IsCaseSensitive = values.Of(exact),
        };
    });
}
