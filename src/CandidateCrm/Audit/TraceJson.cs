using System.Buffers;
using System.Text;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>A trace as JSON, version 1: for programs that show it. It is written, never read back; members are only ever added.</summary>
public static class TraceJson
{
    /// <summary>The version of the document.</summary>
    public const int Schema = 1;

    /// <summary>Writes a trace as one object.</summary>
    public static void Write(Utf8JsonWriter writer, CandidateTrace trace)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(trace);
        writer.WriteStartObject();
        writer.WriteNumber("schema"u8, Schema);
        writer.WriteString("tenant"u8, trace.Relationship.Tenant.Value);
        writer.WriteString("candidate"u8, trace.Relationship.Candidate.Value);
        writer.WriteNumber("engine"u8, trace.EngineVersion);
        if (trace.From is { } from)
        {
            EnvelopeWriter.At(writer, "from"u8, from);
        }

        EnvelopeWriter.At(writer, "to"u8, trace.To);
        writer.WriteStartArray("steps"u8);
        foreach (var step in trace.Steps)
        {
            Write(writer, step);
        }

        writer.WriteEndArray();
        Events(writer, "notices"u8, trace.Notices);
        writer.WriteStartArray("onRecordOnly"u8);
        foreach (var record in trace.OnRecordOnly)
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, record.Effect.Key.ToString());
            Write(writer, record);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a trace as JSON text.</summary>
    public static string Write(CandidateTrace trace)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, trace);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, TraceStep step)
    {
        writer.WriteStartObject();
        EnvelopeWriter.At(writer, "at"u8, step.Place.At);
        writer.Word("kind"u8, step.Kind);
        writer.WriteString("what"u8, step.What);
        writer.Code("event"u8, step.Event);
        writer.Count("sourceOrder"u8, step.Place.SourceOrder);
        Text(writer, "about"u8, step.About.Length > 0 ? step.About : null);
        writer.WriteNumber("rules"u8, step.RulesPosition);
        writer.Flag("takenBack"u8, step.TakenBack);
        writer.Flag("repetition"u8, step.Repetition);
        writer.WriteStartArray("reacted"u8);
        foreach (var feature in step.Reacted)
        {
            writer.WriteStringValue(feature);
        }

        writer.WriteEndArray();
        Events(writer, "derived"u8, step.Derived);
        writer.WriteStartArray("effects"u8);
        foreach (var effect in step.Effects)
        {
            Write(writer, effect);
        }

        writer.WriteEndArray();
        Faults(writer, step);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TracedEffect effect)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, effect.Effect.Key.ToString());
        EnvelopeWriter.At(writer, "intendedAt"u8, effect.Effect.IntendedAt);
        writer.WriteString("wants"u8, EntryWords.Of(effect.Effect.Intent));
        Text(writer, "withheld"u8, effect.Effect.Withheld);
        if (effect.OnRecord is { } record)
        {
            Write(writer, record);
        }

        Events(writer, "followed"u8, effect.Followed);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EffectRecord record)
    {
        writer.Word("state"u8, record.State);
        writer.Count("attempts"u8, record.Attempts);
        if (record.NextAttemptAt is { } next)
        {
            EnvelopeWriter.At(writer, "nextAttemptAt"u8, next);
        }

        writer.Flag("parked"u8, record.Parked);
        Text(writer, "lastError"u8, record.LastError);
    }

    private static void Events(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<TimelineEvent> events)
    {
        writer.WriteStartArray(name);
        foreach (var one in events)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, one.Id.Value);
            EnvelopeWriter.At(writer, "at"u8, one.OccurredAt);
            EntryJson.Write(writer, one.Entry, rawData: null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Faults(Utf8JsonWriter writer, TraceStep step)
    {
        writer.WriteStartArray("faults"u8);
        foreach (SliceFault fault in step.Faults)
        {
            writer.WriteStartObject();
            writer.WriteString("feature"u8, fault.Feature);
            writer.WriteString("code"u8, fault.Code);
            Text(writer, "definition"u8, fault.Definition);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
