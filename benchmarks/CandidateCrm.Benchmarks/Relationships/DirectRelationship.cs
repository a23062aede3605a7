using System.Buffers.Binary;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>Writes the same document as the library in the most direct way: one call after the other, without a type of its own for anything.</summary>
internal static class DirectRelationship
{
    internal static void Write(Utf8JsonWriter writer, Relationship relationship)
    {
        writer.WriteStartObject();
        writer.WriteNumber("schema"u8, 1);
        writer.WriteString("tenant"u8, relationship.Key.Tenant.Value);
        writer.WriteString("candidate"u8, relationship.Key.Candidate.Value);
        writer.WriteStartObject("cursor"u8);
        writer.WriteNumber("at"u8, relationship.Cursor.Micros);
        writer.WriteNumber("rank"u8, relationship.Cursor.Rank);
        if (relationship.Cursor.Id.Length > 0)
        {
            writer.WriteString("id"u8, relationship.Cursor.Id);
        }

        writer.WriteEndObject();
        if (relationship.Told != 0)
        {
            writer.WriteNumber("told"u8, relationship.Told);
        }

        if (relationship.RulesPosition != 0)
        {
            writer.WriteNumber("rulesPosition"u8, relationship.RulesPosition);
        }

        Maybe(writer, "nextChangeAt"u8, relationship.NextChangeAt);
        Maybe(writer, "wakeAt"u8, relationship.WakeAt);
        writer.WriteStartObject("contact"u8);
        Maybe(writer, "lastInboundAt"u8, relationship.Contact!.LastInboundAt);
        Maybe(writer, "lastOutboundAt"u8, relationship.Contact.LastOutboundAt);
        writer.WriteNumber("touchpoints"u8, relationship.Contact.Touchpoints);
        writer.WriteEndObject();
        writer.WriteStartArray("applications"u8);
        foreach (var application in relationship.Applications!.All)
        {
            Application(writer, application);
        }

        writer.WriteEndArray();
        Lifecycle(writer, relationship);
        Engagement(writer, relationship.Engagement!);
        Charter(writer, relationship.Charter!);
        if (relationship.Tasks is { } tasks)
        {
            Tasks(writer, tasks);
        }

        writer.WriteEndObject();
    }

    private static void Application(Utf8JsonWriter writer, ApplicationState application)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, application.Application.Value);
        writer.WriteString("requisition"u8, application.Requisition.Value);
        writer.WriteString("pipeline"u8, application.Pipeline.Value);
        writer.WriteString("source"u8, application.Source.Value);
        Maybe(writer, "submittedAt"u8, application.SubmittedAt);
        writer.WriteString("stage"u8, application.Stage.Value);
        writer.WriteNumber("since"u8, Micros(application.StageSince));
        writer.WriteString("furthest"u8, application.Furthest.Value);
        if (application.Visits.Length > 0)
        {
            writer.WriteStartArray("visits"u8);
            foreach (var visit in application.Visits)
            {
                writer.WriteStartObject();
                writer.WriteString("stage"u8, visit.Stage.Value);
                writer.WriteNumber("from"u8, Micros(visit.From));
                Maybe(writer, "to"u8, visit.To);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (application.Ending is { } ending)
        {
            writer.WriteStartObject("ending"u8);
            writer.WriteString("disposition"u8, "rejected"u8);
            writer.WriteString("reason"u8, ending.Reason.Value);
            writer.WriteNumber("at"u8, Micros(ending.At));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Lifecycle(Utf8JsonWriter writer, Relationship relationship)
    {
        var slice = relationship.Lifecycle!;
        writer.WriteStartObject("lifecycle"u8);
        writer.WriteString("phase"u8, slice.Phase.Value);
        writer.WriteNumber("since"u8, Micros(slice.Since));
        writer.WriteNumber("changes"u8, slice.Changes);
        if (slice.HasSpoken)
        {
            writer.WriteBoolean("hasSpoken"u8, value: true);
        }

        writer.WriteStartArray("past"u8);
        foreach (var stay in slice.Past)
        {
            writer.WriteStartObject();
            writer.WriteString("phase"u8, stay.Phase.Value);
            writer.WriteNumber("visits"u8, stay.Visits);
            writer.WriteNumber("nanos"u8, stay.Total.ToInt64Nanoseconds());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Engagement(Utf8JsonWriter writer, EngagementSlice slice)
    {
        writer.WriteStartArray("engagement"u8);
        foreach (var score in slice.Scores)
        {
            writer.WriteStartObject();
            writer.WriteString("model"u8, score.State.Model.Value);
            writer.WriteNumber("version"u8, score.State.ModelVersion);
            writer.WriteStartArray("signals"u8);
            foreach (var signal in score.State.Signals)
            {
                Signal(writer, signal);
            }

            writer.WriteEndArray();
            Maybe(writer, "seenUntil"u8, score.State.SeenUntil);
            writer.WriteString("band"u8, score.State.Band!.Value.Value);
            Maybe(writer, "bandSince"u8, score.State.BandSince);
            Maybe(writer, "nextChangeAt"u8, score.NextChangeAt);
            if (score.Changes != 0)
            {
                writer.WriteNumber("changes"u8, score.Changes);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Signal(Utf8JsonWriter writer, SignalState signal)
    {
        if (signal.Count == 0)
        {
            writer.WriteStringValue(""u8);
            return;
        }

        Span<byte> bytes = stackalloc byte[1 + (4 * 10) + (65 * 17)];
        var first = Micros(signal.FirstAt!.Value);
        bytes[0] = (byte)(6 + (signal.Blocks.Length > 0 || signal.Lifetime != 0 ? 8 : 0));
        var length = Number(signal.Count, bytes, 1);
        length = Number(signal.NewestBlock, bytes, length);
        length = Number(first, bytes, length);
        length = Number(Micros(signal.NewestAt!.Value) - first, bytes, length);
        byte zeros = 0;
        if (signal.Lifetime != 0)
        {
            length = Sum(signal.Lifetime, bytes, length);
        }

        foreach (var block in signal.Blocks)
        {
            if (block == 0)
            {
                zeros++;
                continue;
            }

            if (zeros > 0)
            {
                bytes[length++] = 255;
                bytes[length++] = zeros;
                zeros = 0;
            }

            length = Sum(block, bytes, length);
        }

        writer.WriteBase64StringValue(bytes[..length]);
    }

    private static int Sum(Int128 sum, Span<byte> into, int length)
    {
        Span<byte> all = stackalloc byte[16];
        BinaryPrimitives.WriteInt128LittleEndian(all, sum);
        var below = 0;
        while (all[below] == 0)
        {
            below++;
        }

        var above = 15;
        while (all[above] == 0)
        {
            above--;
        }

        above += all[above] >= 0x80 ? 1 : 0;
        into[length] = (byte)((below << 4) | (above - below));
        all[below..(above + 1)].CopyTo(into[(length + 1)..]);
        return length + 2 + above - below;
    }

    private static int Number(long number, Span<byte> into, int length)
    {
        var rest = (ulong)number << 1;
        for (; rest >= 0x80; rest >>= 7)
        {
            into[length++] = (byte)(rest | 0x80);
        }

        into[length] = (byte)rest;
        return length + 1;
    }

    private static void Charter(Utf8JsonWriter writer, CharterSlice slice)
    {
        writer.WriteStartObject("charter"u8);
        if (slice.Promises.Length > 0)
        {
            writer.WriteStartArray("promises"u8);
            foreach (var promise in slice.Promises)
            {
                writer.WriteStartObject();
                writer.WriteString("expectation"u8, promise.Key.Expectation.Value);
                writer.WriteString("subject"u8, promise.Key.Subject);
                writer.WriteNumber("ordinal"u8, promise.Key.Ordinal);
                writer.WriteNumber("version"u8, promise.Version);
                writer.WriteNumber("openedAt"u8, Micros(promise.OpenedAt));
                writer.WriteNumber("dueAt"u8, Micros(promise.DueAt!.Value));
                writer.WriteString("calendar"u8, promise.Calendar.Value);
                writer.WriteNumber("calendarVersion"u8, promise.CalendarVersion);
                writer.WriteString("zoneData"u8, promise.ZoneDataVersion);
                if (promise.State == PromiseState.Broken)
                {
                    writer.WriteString("state"u8, "broken"u8);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteStartArray("counters"u8);
        foreach (var counter in slice.Counters)
        {
            writer.WriteStartObject();
            writer.WriteString("expectation"u8, counter.Expectation.Value);
            writer.WriteString("subject"u8, counter.Subject);
            writer.WriteNumber("last"u8, counter.Last);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Tasks(Utf8JsonWriter writer, TasksSlice slice)
    {
        writer.WriteStartArray("tasks"u8);
        foreach (var wanted in slice.Open)
        {
            writer.WriteStartObject();
            writer.WriteString("rule"u8, wanted.Key.Rule);
            writer.WriteString("subject"u8, wanted.Key.Subject);
            writer.WriteNumber("ordinal"u8, wanted.Key.Ordinal);
            writer.WriteString("part"u8, wanted.Key.Part);
            writer.WriteNumber("wantedAt"u8, Micros(wanted.WantedAt));
            writer.WriteString("reason"u8, wanted.Task.Reason);
            if (wanted.Task.Rule != wanted.Key.Rule)
            {
                writer.WriteString("for"u8, wanted.Task.Rule);
            }

            if (wanted.Task.Subject != wanted.Key.Subject)
            {
                writer.WriteString("about"u8, wanted.Task.Subject);
            }

            writer.WriteNumber("dueAt"u8, Micros(wanted.Task.DueAt));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Maybe(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Instant? at)
    {
        if (at is { } instant)
        {
            writer.WriteNumber(name, Micros(instant));
        }
    }

    private static long Micros(Instant at) => Microseconds.ToMicros(at);
}
