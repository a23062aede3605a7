using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>Reads and writes event ids, those of derived events among them.</summary>
internal sealed class EventIdConverter : JsonConverter<EventId>
{
    public override EventId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } text ? EventId.Stored(text) : throw new JsonException("An event id is not empty.");

    public override void Write(Utf8JsonWriter writer, EventId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
