using System.Globalization;
using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A whole number within bounds.</summary>
internal sealed class WholeShape(int least, int most, string what) : Shape<int>
{
    internal override bool Read(JsonElement json, Place place, out int value)
    {
        value = 0;
        if (json.ValueKind != JsonValueKind.Number)
        {
            return Refuse(json, place, "A number", out value);
        }

        return (json.TryGetInt32(out value) && value >= least && value <= most)
            || place.Fault(RulesFaultCodes.NumberInvalid, string.Create(CultureInfo.InvariantCulture, $"{what} is a whole number from {least} to {most}."));
    }

    internal override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "integer");
        schema.WriteNumber("minimum", least);
        schema.WriteNumber("maximum", most);
    }
}
