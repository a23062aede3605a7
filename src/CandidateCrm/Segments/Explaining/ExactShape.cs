using System.Text.Json;
using CandidateCrm.Rules;
using CandidateCrm.Rules.Shapes;

namespace CandidateCrm.Segments.Explaining;

/// <summary>Any decimal number, digit by digit.</summary>
internal sealed class ExactShape : Shape<decimal>
{
    internal static ExactShape Instance { get; } = new();

    internal override bool Read(JsonElement json, Place place, out decimal value)
    {
        if (json.ValueKind != JsonValueKind.Number)
        {
            return Refuse(json, place, "A number", out value);
        }

        return DecimalText.TryRead(json.GetRawText(), out value) || place.Fault(RulesFaultCodes.NumberInvalid, "A decimal number has at most 28 digits.");
    }

    internal override void Write(Utf8JsonWriter writer, decimal value) => writer.WriteRawValue(DecimalText.Write(value), skipInputValidation: true);

    internal override void Describe(Utf8JsonWriter schema) => schema.WriteString("type", "number");
}
