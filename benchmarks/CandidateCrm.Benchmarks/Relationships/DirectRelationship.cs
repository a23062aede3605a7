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
        writer.WriteStartObject();
        if (signal.Count != 0)
        {
            writer.WriteNumber("count"u8, signal.Count);
            if (signal.NewestBlock != 0)
            {
                writer.WriteNumber("block"u8, signal.NewestBlock);
            }

            if (signal.Blocks.Length > 0)
            {
                Span<byte> bytes = stackalloc byte[65 * 16];
                BinaryPrimitives.WriteInt128LittleEndian(bytes, signal.Lifetime);
                for (var i = 0; i < signal.Blocks.Length; i++)
                {
                    BinaryPrimitives.WriteInt128LittleEndian(bytes[((i + 1) * 16)..], signal.Blocks[i]);
                }

                writer.WriteBase64String("sums"u8, bytes[..((signal.Blocks.Length + 1) * 16)]);
            }

            Maybe(writer, "firstAt"u8, signal.FirstAt);
            Maybe(writer, "newestAt"u8, signal.NewestAt);
        }

        writer.WriteEndObject();
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
                writer.WriteNumber("dueAt"u8, Micros(promise.DueAt));
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
