using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A member whose name is kept for later: whatever stands there is refused.</summary>
internal sealed class ReservedShape(string code, string sentence) : Shape<string>
{
    internal override bool Read(JsonElement json, Place place, out string value)
    {
        value = string.Empty;
        return place.Fault(code, sentence);
    }

    internal override void Write(Utf8JsonWriter writer, string value) => writer.WriteNullValue();

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("enum");
        schema.WriteEndArray();
    }
}
