using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Relationships;

namespace CandidateCrm.Json;

/// <summary>Reads and writes effect keys as <c>[rule, subject, ordinal, part]</c>.</summary>
internal sealed class EffectKeyConverter : JsonConverter<EffectKey>
{
    public override EffectKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = new KeyParts(ref reader, 4);
        return new EffectKey(parts.Text(0), parts.Text(1), parts.Number(2), parts.Text(3));
    }

    public override void Write(Utf8JsonWriter writer, EffectKey value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Rule);
        writer.WriteStringValue(value.Subject);
        writer.WriteNumberValue(value.Ordinal);
        writer.WriteStringValue(value.Part);
        writer.WriteEndArray();
    }
}
