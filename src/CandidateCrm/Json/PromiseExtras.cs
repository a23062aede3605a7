using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Charter;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>What only some promises have: pauses, levels that are behind them, a date that was told, counted events. What is default is not written.</summary>
internal struct PromiseExtras
{
    private const uint PauseMust = (1u << (int)Member.Reason) | (1u << (int)Member.From);

    private static readonly MemberNames PauseNames = MemberNames.Of<Member>();

    internal ImmutableArray<PromisePause> Pauses;
    internal Instant? PausedSince;
    internal Duration? Remaining;
    internal int Levels;
    internal Instant? Next;
    internal int Changes;
    internal Instant? Told;
    internal ImmutableArray<Instant> Counted;

    private enum Member
    {
        Reason,
        From,
        To,
    }

    internal static void Write(Utf8JsonWriter writer, Promise promise)
    {
        WritePauses(writer, promise.Pauses);
        writer.Micros("pausedSince"u8, promise.PausedSince);
        if (promise.Remaining is { } remaining)
        {
            writer.Nanos("remaining"u8, remaining);
        }

        writer.Count("levels"u8, promise.LevelsPassed);
        writer.Micros("next"u8, promise.NextStepAt);
        writer.Count("changes"u8, promise.Changes);
        writer.Micros("told"u8, promise.ToldDueAt);
        if (!promise.Counted.IsEmpty)
        {
            writer.WriteStartArray("counted"u8);
            foreach (var at in promise.Counted)
            {
                writer.WriteNumberValue(Timeline.Microseconds.ToMicros(at));
            }

            writer.WriteEndArray();
        }
    }

    internal static ImmutableArray<PromisePause> ReadPauses(ref DocumentReader reader) => reader.List<PromisePause>(2, ReadPause);

    internal static ImmutableArray<Instant> ReadCounted(ref DocumentReader reader) => reader.List<Instant>(4, static (ref DocumentReader element) => element.Micros());

    private static PromisePause ReadPause(ref DocumentReader reader)
    {
        PauseReason reason = default;
        Instant from = default;
        Instant? to = null;
        var members = reader.Open(PauseNames);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Reason:
                    reason = reader.Code<PauseReason>();
                    break;
                case Member.From:
                    from = reader.Micros();
                    break;
                case Member.To:
                    to = reader.Micros();
                    break;
                default:
                    throw DocumentFault.UnknownMember("pauses");
            }
        }

        members.Require(PauseMust, "A pause");
        return new PromisePause { Reason = reason, From = from, To = to };
    }

    private static void WritePauses(Utf8JsonWriter writer, ImmutableArray<PromisePause> pauses)
    {
        if (pauses.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("pauses"u8);
        foreach (var pause in pauses)
        {
            writer.WriteStartObject();
            writer.Code("reason"u8, pause.Reason);
            writer.Micros("from"u8, pause.From);
            writer.Micros("to"u8, pause.To);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
