using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Json;

/// <summary>Reads and writes durations as NodaTime's round-trip text, such as <c>1:02:03:04.5</c>.</summary>
internal sealed class DurationConverter : JsonConverter<Duration>
{
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DurationPattern.Roundtrip.Parse(reader.GetString() ?? string.Empty) is { Success: true } parsed
            ? parsed.Value
            : throw new DocumentFault("A duration is a text such as 1:02:03:04.5.");

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DurationPattern.Roundtrip.Format(value));
}
