using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>Reads and writes event ids, those of derived events among them.</summary>
internal sealed class EventIdConverter : JsonConverter<EventId>
{
    public override EventId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is var text && HostText.IsStored(text) ? EventId.Stored(text) : throw new DocumentFault("A text is not a valid event id.");

    public override void Write(Utf8JsonWriter writer, EventId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
