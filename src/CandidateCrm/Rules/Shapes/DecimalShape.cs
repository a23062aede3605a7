using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A decimal number, kept digit by digit: one that has more digits than fit is refused, never rounded.</summary>
internal sealed class DecimalShape(decimal least, decimal most, Func<decimal, string?> fault) : Shape<decimal>
{
    internal override bool Read(JsonElement json, Place place, out decimal value)
    {
        value = 0;
        if (json.ValueKind != JsonValueKind.Number)
        {
            return Refuse(json, place, "A number", out value);
        }

        if (!DecimalText.TryRead(json.GetRawText(), out value))
        {
            return place.Fault(RulesFaultCodes.NumberInvalid, "A decimal number has at most 28 digits.");
        }

        return fault(value) is not { } sentence || place.Fault(RulesFaultCodes.NumberInvalid, sentence);
    }

    internal override void Write(Utf8JsonWriter writer, decimal value) => writer.WriteRawValue(DecimalText.Write(value), skipInputValidation: true);

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "number");
        schema.WritePropertyName("minimum");
        schema.WriteRawValue(DecimalText.Write(least));
        schema.WritePropertyName("maximum");
        schema.WriteRawValue(DecimalText.Write(most));
    }
}
