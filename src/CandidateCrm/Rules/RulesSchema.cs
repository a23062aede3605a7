using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CandidateCrm.Rules.Shapes;

namespace CandidateCrm.Rules;

/// <summary>The JSON Schema of definition files, for editors and for hosts that check files before they publish them.</summary>
public static class RulesSchema
{
    /// <summary>Gets the schema, draft 2020-12. It says the form; what definitions mean together is judged when they are read.</summary>
    public static string Text { get; } = Written();

    private static string Written()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var schema = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(schema);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter schema)
    {
        schema.WriteStartObject();
        schema.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.WriteString("title", "A definition of the rules of a tenant");
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

        schema.WriteEndObject();
        schema.WriteEndObject();
    }
}
