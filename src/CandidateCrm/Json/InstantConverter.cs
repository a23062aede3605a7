using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Reads and writes instants as ISO 8601 texts in UTC.</summary>
internal sealed class InstantConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InstantText.TryRead(reader.GetString(), out var instant) ? instant : throw new DocumentFault("An instant is an ISO 8601 text in UTC.");

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[InstantText.Length];
        writer.WriteStringValue(text[..InstantText.Write(value, text)]);
    }
}
