using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Writes the envelope of an event; what was not given is left out.</summary>
internal static class EnvelopeWriter
{
    internal static void Write(Utf8JsonWriter writer, TimelineEvent e)
    {
        writer.WriteStartObject();
        writer.WriteNumber("schema"u8, TimelineJson.Schema);
        writer.WriteString("tenant"u8, e.Relationship.Tenant.Value);
        writer.WriteString("candidate"u8, e.Relationship.Candidate.Value);
        if (e.Origin != e.Relationship.Candidate)
        {
            writer.WriteString("origin"u8, e.Origin.Value);
        }

        writer.WriteString("id"u8, e.Id.Value);
        At(writer, "occurredAt"u8, e.OccurredAt);
        At(writer, "recordedAt"u8, e.RecordedAt);
        Optional(writer, e);
        var (name, version) = e.Entry is UnknownEntry unknown ? (unknown.Name, unknown.Version) : Known(e.Entry);
        writer.WriteString("type"u8, name);
        writer.WriteNumber("version"u8, version);
        writer.WritePropertyName("data"u8);
        Data(writer, e.Entry);
        Personal(writer, e.Personal);
        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, TimelineEvent e)
    {
        Number(writer, "sourceOrder"u8, e.SourceOrder);
        Word(writer, "precision"u8, e.Precision == Precision.Day ? "day" : null);
        if (e.Actor != default)
        {
            writer.WriteString("actor"u8, ActorText.Of(e.Actor.Kind));
            Text(writer, "person"u8, e.Actor.Person);
        }

        Text(writer, "source"u8, e.Source);
        Text(writer, "correlation"u8, e.Correlation);
        Text(writer, "batch"u8, e.Batch);
        Word(writer, "trust"u8, e.Trust switch { Trust.Reported => "reported", Trust.Claimed => "claimed", _ => null });
        Text(writer, "cause"u8, e.Cause);
        Number(writer, "ordinal"u8, e.Ordinal);
        if (e.Retracted)
        {
            writer.WriteBoolean("retracted"u8, value: true);
        }
    }

    private static (string Name, int Version) Known(ITimelineEntry entry)
    {
        var type = EntryTypes.Of(entry.GetType());
        return (type.Name, type.Version);
    }

    private static void Data(Utf8JsonWriter writer, ITimelineEntry entry)
    {
        if (entry is UnknownEntry unknown)
        {
            writer.WriteRawValue(unknown.Data);
            return;
        }

        JsonSerializer.Serialize(writer, entry, EntryJsonContext.Default.GetTypeInfo(entry.GetType())!);
    }

    private static void Personal(Utf8JsonWriter writer, PersonalPart? personal)
    {
        if (personal is null)
        {
            return;
        }

        writer.WriteStartObject("personal"u8);
        foreach (var (name, value) in personal.Fields)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    private static void At(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Instant at)
    {
        Span<byte> text = stackalloc byte[InstantText.Length];
        writer.WriteString(name, text[..InstantText.Write(at, text)]);
    }

    private static void Text<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        where T : struct, IHostText<T>
    {
        if (value.IsAssigned)
        {
            writer.WriteString(name, value.Value);
        }
    }

    private static void Word(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? word)
    {
        if (word is not null)
        {
            writer.WriteString(name, word);
        }
    }

    private static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long number)
    {
        if (number != 0)
        {
            writer.WriteNumber(name, number);
        }
    }
}
