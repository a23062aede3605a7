using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The form of a kind of definition whose content has one type.</summary>
internal sealed class DefinitionOf<T> : DefinitionShape
    where T : class
{
    private readonly ObjectShape<T> _shape;
    private readonly Func<T, Definition> _definition;

    /// <summary>Initializes the form.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="definition">Makes the definition of its content.</param>
    /// <param name="build">Adds the kind's own members; see <see cref="ObjectShape{T}"/>.</param>
    internal DefinitionOf(DefinitionKind kind, Func<T, Definition> definition, Func<MemberTable<T>, Func<MemberValues<T>, Place, T?>> build)
        : base(kind)
    {
        _definition = definition;
        _shape = new ObjectShape<T>(table =>
        {
            table.Ignore("$schema", new ToolTextShape(), "Where an editor finds the JSON Schema; nothing else reads it.");
            table.Must("schema", new WholeShape(Schema, Schema, "The form of this document"), _ => Schema, $"The form of this document, {Schema}.");
            table.Must("kind", new ConstantShape(kind.Value), _ => kind.Value, $"The kind of definition, {kind}.");
            return build(table);
        });
    }

    internal override Definition? Read(JsonElement json, Place place) => _shape.Read(json, place, out var content) ? _definition(content) : null;

    internal override void Write(Utf8JsonWriter writer, Definition definition) => _shape.Write(writer, (T)definition.Content);

    internal override void Describe(Utf8JsonWriter schema) => _shape.Describe(schema);
}
