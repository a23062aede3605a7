using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A text that is for tools that write definitions, and means nothing here.</summary>
internal sealed class ToolTextShape : Shape<string>
{
    internal override bool Read(JsonElement json, Place place, out string value)
    {
        value = string.Empty;
        return json.ValueKind == JsonValueKind.String || Refuse(json, place, "A text", out value!);
    }

    internal override void Write(Utf8JsonWriter writer, string value) => CanonicalText.Write(writer, value);

    internal override void Describe(Utf8JsonWriter schema) => schema.WriteString("type", "string");
}
