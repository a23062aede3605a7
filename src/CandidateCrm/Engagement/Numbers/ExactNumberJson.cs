using System.Text.Json;
using CandidateCrm.Rules.Shapes;

namespace CandidateCrm.Engagement;

/// <summary>Writes exact numbers into answers: without an exponent and without trailing zeros.</summary>
internal static class ExactNumberJson
{
    internal static void WriteExact(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(DecimalText.Write(value));
    }
}
