using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A text that is always the same.</summary>
internal sealed class ConstantShape(string only) : Shape<string>
{
    internal override bool Read(JsonElement json, Place place, out string value)
    {
        value = only;
        return (json.ValueKind == JsonValueKind.String && json.ValueEquals(only))
            || place.Fault(RulesFaultCodes.WordUnknown, $"Only {only} belongs here.");
    }

    internal override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(only);

    internal override void Describe(Utf8JsonWriter schema) => schema.WriteString("const", only);
}
