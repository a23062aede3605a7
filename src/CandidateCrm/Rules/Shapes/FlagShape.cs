using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>True or false.</summary>
internal sealed class FlagShape : Shape<bool>
{
    internal static FlagShape Instance { get; } = new();

    internal override bool Read(JsonElement json, Place place, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return json.ValueKind is JsonValueKind.True or JsonValueKind.False || Refuse(json, place, "true or false", out value);
    }

    internal override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    internal override void Describe(Utf8JsonWriter schema) => schema.WriteString("type", "boolean");
}
