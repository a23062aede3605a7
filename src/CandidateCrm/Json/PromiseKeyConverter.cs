using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Charter;

namespace CandidateCrm.Json;

/// <summary>Reads and writes promise keys as <c>[expectation, subject, ordinal]</c>.</summary>
internal sealed class PromiseKeyConverter : JsonConverter<PromiseKey>
{
    public override PromiseKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = new KeyParts(ref reader, 3);
        return new PromiseKey(ExpectationKey.From(parts.Text(0)), parts.Text(1), parts.Number(2));
    }

    public override void Write(Utf8JsonWriter writer, PromiseKey value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Expectation.Value);
        writer.WriteStringValue(value.Subject);
        writer.WriteNumberValue(value.Ordinal);
        writer.WriteEndArray();
    }
}
