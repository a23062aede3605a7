using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>What was taken back in the document of a relationship.</summary>
internal static class RetractionsJson
{
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Events,
        Batches,
    }

    internal static void Write(Utf8JsonWriter writer, RetractionSlice slice)
    {
        writer.WriteStartObject("retractions"u8);
        if (!slice.Events.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("events"u8);
            foreach (var id in slice.Events)
            {
                writer.WriteStringValue(id.Value);
            }

            writer.WriteEndArray();
        }

        if (!slice.Batches.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("batches"u8);
            foreach (var batch in slice.Batches)
            {
                writer.WriteStringValue(batch.Value);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal static RetractionSlice Read(ref DocumentReader reader)
    {
        ImmutableArray<EventId> events = [];
        ImmutableArray<BatchId> batches = [];
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Events:
                    events = Events(ref reader);
                    break;
                case Member.Batches:
                    batches = Batches(ref reader);
                    break;
                default:
                    throw DocumentFault.UnknownMember("retractions");
            }
        }

        return new RetractionSlice { Events = events, Batches = batches };
    }

    private static ImmutableArray<EventId> Events(ref DocumentReader reader) => reader.List<EventId>(1, static (ref DocumentReader element) => element.StoredId());

    private static ImmutableArray<BatchId> Batches(ref DocumentReader reader) => reader.List<BatchId>(1, static (ref DocumentReader element) => element.Code<BatchId>());
}
