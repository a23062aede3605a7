using System.Text.Json;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Writes the envelope of an event; what was not given is left out.</summary>
internal static class EnvelopeWriter
{
    internal static void Write(Utf8JsonWriter writer, TimelineEvent e)
    {
        writer.WriteStartObject();
        DocumentHead.Write(writer, TimelineJson.Form, e.Relationship);
        if (e.Origin != e.Relationship.Candidate)
        {
            writer.WriteString("origin"u8, e.Origin.Value);
        }

        writer.WriteString("id"u8, e.Id.Value);
        At(writer, "occurredAt"u8, e.OccurredAt);
        At(writer, "recordedAt"u8, e.RecordedAt);
        Optional(writer, e);
        EntryJson.Write(writer, e.Entry, e.RawData);
        PersonalJson.Write(writer, e.Personal);
        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, TimelineEvent e)
    {
        writer.Count("sourceOrder"u8, e.SourceOrder);
        if (e.Precision != Precision.Instant)
        {
            writer.Word("precision"u8, e.Precision);
        }

        writer.By("actor"u8, "person"u8, e.Actor);
        writer.Code("source"u8, e.Source);
        writer.Code("correlation"u8, e.Correlation);
        writer.Code("batch"u8, e.Batch);
        if (e.Trust != Trust.Verified)
        {
            writer.Word("trust"u8, e.Trust);
        }

        writer.Code("cause"u8, e.Cause);
        writer.Count("ordinal"u8, e.Ordinal);
        writer.Flag("retracted"u8, e.Retracted);
    }

    internal static void At(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Instant at)
    {
        Span<byte> text = stackalloc byte[InstantText.Length];
        writer.WriteString(name, text[..InstantText.Write(at, text)]);
    }
}
