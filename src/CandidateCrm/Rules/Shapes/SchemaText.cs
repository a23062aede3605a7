using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A JSON Schema as text, in one spelling.</summary>
internal static class SchemaText
{
    private static readonly JsonWriterOptions Writing = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a schema of draft 2020-12.</summary>
    /// <param name="title">What its documents are.</param>
    /// <param name="describe">Writes what they have to satisfy.</param>
    internal static string Of(string title, Action<Utf8JsonWriter> describe)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var schema = new Utf8JsonWriter(buffer, Writing))
        {
            schema.WriteStartObject();
            schema.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.WriteString("title", title);
            describe(schema);
            schema.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
