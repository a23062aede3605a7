using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The form of one kind of definition: the members that all kinds have, then its own.</summary>
internal abstract class DefinitionShape(DefinitionKind kind)
{
    internal const int Schema = 1;

    internal DefinitionKind Kind { get; } = kind;

    internal abstract Definition? Read(JsonElement json, Place place);

    internal abstract void Write(Utf8JsonWriter writer, Definition definition);

    internal abstract void Describe(Utf8JsonWriter schema);
}
