using System.Text.Json;
using CandidateCrm.Rules.Shapes;
using CandidateCrm.Segments;

namespace CandidateCrm.Rules;

/// <summary>The JSON Schema of definition files, for editors and for hosts that check files before they publish them.</summary>
public static class RulesSchema
{
    /// <summary>Gets the schema, draft 2020-12. It says the form; what definitions mean together is judged when they are read.</summary>
    public static string Text { get; } = SchemaText.Of("A definition of the rules of a tenant", Describe);

    private static void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("oneOf");
        foreach (var shape in DefinitionShapes.All)
        {
            schema.WriteStartObject();
            schema.WriteString("$ref", $"#/$defs/{shape.Kind}");
            schema.WriteEndObject();
        }

        schema.WriteEndArray();
        schema.WriteStartObject("$defs");
        foreach (var shape in DefinitionShapes.All)
        {
            schema.WriteStartObject(shape.Kind.Value);
            shape.Describe(schema);
            schema.WriteEndObject();
        }

        SegmentJson.DefineParts(schema);
        schema.WriteEndObject();
    }
}
