using CandidateCrm.Calendars;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>When the levels of a promise are reached, each role of a level a step of its own.</summary>
internal static class LevelSteps
{
    private const int SharePrecision = 10_000;

    /// <summary>Returns the steps in the order of the working time after the opening, however they are written down; pauses move them and change no order. Those that the calendar does not reach are left out at the end.</summary>
    internal static List<LevelStep> Of(Promise promise, TimedExpectation rule, CompiledCalendar calendar)
    {
        var allowed = PromiseClock.Allowed(promise, calendar);
        var paused = PromiseClock.Paused(promise.Pauses, calendar);
        var steps = new List<(Duration Offset, LevelStep Step)>(rule.Levels.Length);
        foreach (var level in rule.Levels)
        {
            var offset = OffsetOf(level.At, allowed);
            var isReached = TryBase(level.At, promise, allowed, (paused, calendar), out var at);
            for (var step = 1; step <= Math.Max(1, level.To.Length) && isReached; step++)
            {
                steps.Add((offset, new LevelStep { Level = level, Step = step, At = Instant.Max(promise.OpenedAt, Microseconds.Floor(at)) }));
                offset += level.Every ?? Duration.Zero;
                isReached = level.Every is not { } every || calendar.TryAdd(at, every, out at);
            }
        }

        // At one offset the share comes first: counted from the opening a close is met, counted back from the due time the next opening.
        return [.. steps.OrderBy(each => each.Offset).ThenBy(each => each.Step.Level.At.Share is < 1 ? 0 : 1).Select(each => each.Step)];
    }

    private static Duration OffsetOf(LevelTime at, Duration allowed) => at.Share is { } share ? Part(allowed, share) : allowed + at.Offset;

    private static bool TryBase(LevelTime time, Promise promise, Duration allowed, (Duration Paused, CompiledCalendar Calendar) clock, out Instant at)
    {
        var due = promise.Target!.Value;
        if (time.Share is { } share && share < 1)
        {
            // Where nothing is open before the due time, the next opening lies after it.
            var isFound = clock.Calendar.TryAdd(promise.OpenedAt, Part(allowed, share) + clock.Paused, out at);
            at = Instant.Min(at, due);
            return isFound;
        }

        var offset = time.Share is { } over ? Part(allowed, over - 1) : time.Offset;
        at = due;
        return offset == Duration.Zero
            || (offset > Duration.Zero ? clock.Calendar.TryAdd(due, offset, out at) : clock.Calendar.TrySubtract(due, -offset, out at));
    }

    // In whole numbers, so that it is the same everywhere.
    private static Duration Part(Duration whole, decimal share) =>
        Duration.FromNanoseconds((long)((Int128)whole.ToInt64Nanoseconds() * (long)(share * SharePrecision) / SharePrecision));
}
