using System.Collections.Immutable;
using CandidateCrm.Calendars;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>The clock of one promise: pauses and what they move. Pure; the promise is replaced, never changed.</summary>
internal static class PromiseClock
{
    /// <summary>Returns the working time in pauses that have ended; where they overlap, once.</summary>
    internal static Duration Paused(ImmutableArray<PromisePause> pauses, CompiledCalendar calendar)
    {
        var open = Duration.Zero;
        var until = Instant.MinValue;
        foreach (var pause in pauses)
        {
            // They are kept in the order in which they began.
            var from = Instant.Max(pause.From, until);
            if (pause.To is { } to && to > from)
            {
                open += calendar.Elapsed(from, to);
                until = to;
            }
        }

        return open;
    }

    /// <summary>Returns the working time that a promise allows: what lies between its opening and its due time, without pauses.</summary>
    internal static Duration Allowed(Promise promise, CompiledCalendar calendar) =>
        Duration.Max(Duration.Zero, calendar.Elapsed(promise.OpenedAt, promise.Target!.Value) - Paused(Before(promise), calendar));

    /// <summary>Returns the working time that a promise has run until an instant, without pauses; one that is still on counts as ended then.</summary>
    internal static Duration Used(Promise promise, Instant at, CompiledCalendar calendar) =>
        Duration.Max(Duration.Zero, calendar.Elapsed(promise.OpenedAt, promise.PausedSince ?? at) - Paused(Before(promise), calendar));

    /// <summary>Has the time of a promise stand still for a reason; the same promise where it does so for that reason already, or does not run.</summary>
    internal static Promise Pause(Promise promise, PauseReason reason, Instant at, CompiledCalendar calendar)
    {
        if (promise.State is not (PromiseState.Open or PromiseState.Paused) || promise.Target is not { } due || IsPaused(promise, reason))
        {
            return promise;
        }

        var pauses = promise.Pauses.Add(new PromisePause { Reason = reason, From = at });
        return promise.State == PromiseState.Paused
            ? promise with { Pauses = pauses }
            : promise with
            {
                State = PromiseState.Paused,
                Pauses = pauses,
                PausedSince = at,
                Remaining = Duration.Max(Duration.Zero, calendar.Elapsed(at, due)),
                Changes = promise.Changes + 1,
            };
    }

    /// <summary>
    /// Ends the pause for a reason; where no other lasts, the time runs on: working time in the pause moves the due time, and without any it stays.
    /// False where the calendar does not reach the new due time; then it stays, too.
    /// </summary>
    internal static bool TryResume(ref Promise promise, PauseReason reason, Instant at, CompiledCalendar calendar)
    {
        if (promise.State != PromiseState.Paused || !IsPaused(promise, reason))
        {
            return true;
        }

        var pauses = Ended(promise.Pauses, reason, at);
        if (Lasts(pauses))
        {
            promise = promise with { Pauses = pauses };
            return true;
        }

        var due = promise.Target!.Value;
        var open = Duration.Max(Duration.Zero, calendar.Elapsed(promise.PausedSince!.Value, at));
        var moved = due;
        var isReached = open == Duration.Zero || calendar.TryAdd(due, open, out moved);
        promise = promise with
        {
            State = PromiseState.Open,
            Pauses = pauses,
            PausedSince = null,
            Remaining = null,
            DueAt = isReached ? moved : due,
            Changes = promise.Changes + 1,
        };
        return isReached;
    }

    /// <summary>
    /// Counts the pauses so far anew, from a due time that knows none of them: each that began at or before the due time of its day moves it. False where the
    /// calendar does not reach so far.
    /// </summary>
    internal static bool TryRebase(ref Promise promise, Instant due, CompiledCalendar calendar)
    {
        var until = Instant.MinValue;
        foreach (var pause in Before(promise))
        {
            var from = Instant.Max(pause.From, until);
            if (pause.From > due || pause.To is not { } to || to <= from)
            {
                continue;
            }

            var open = calendar.Elapsed(from, to);
            if (open > Duration.Zero && !calendar.TryAdd(due, open, out due))
            {
                return false;
            }

            until = to;
        }

        promise = promise.PausedSince is { } since && since <= due
            ? promise with { DueAt = due, Remaining = Duration.Max(Duration.Zero, calendar.Elapsed(since, due)) }
            : promise with { DueAt = due, State = PromiseState.Open, PausedSince = null, Remaining = null, Pauses = promise.Pauses.RemoveAll(pause => pause.To is null) };
        return true;
    }

    /// <summary>Returns a promise as it stands on a timeline, where instants are whole microseconds: hours may open between two of them.</summary>
    internal static Promise OnLine(Promise promise) =>
        promise.Target is { } due && Microseconds.Floor(due) is var whole && whole != due ? promise with { DueAt = whole } : promise;

    /// <summary>Gives a promise another due time; one that stands still has as much left of it as it stands.</summary>
    internal static Promise DueAt(Promise promise, Instant due, CompiledCalendar calendar) => promise with
    {
        DueAt = due,
        Remaining = promise.PausedSince is { } since ? Duration.Max(Duration.Zero, calendar.Elapsed(since, due)) : null,
    };

    /// <summary>Returns a promise that ended at an instant, and whatever pause lasted with it.</summary>
    internal static Promise End(Promise promise, PromiseState state, Instant at) => promise with
    {
        State = state,
        Pauses = [.. promise.Pauses.Select(pause => pause.To is null ? pause with { To = at } : pause)],
        PausedSince = null,
        Remaining = null,
        NextStepAt = null,
    };

    /// <summary>Says whether a promise stands still for a reason.</summary>
    internal static bool IsPaused(Promise promise, PauseReason reason)
    {
        foreach (var pause in promise.Pauses)
        {
            if (pause.To is null && pause.Reason == reason)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the first instant at which a pause has lasted as long as it may, and its reason; null for none.</summary>
    internal static (Instant At, PauseReason Reason)? LongestOver(Promise promise, TimedExpectation rule)
    {
        (Instant At, PauseReason Reason)? first = null;
        foreach (var pause in promise.Pauses)
        {
            if (pause.To is null && LongestOf(rule, pause.Reason) is { } longest && Microseconds.Floor(pause.From + longest) is var over && (first is null || over < first.Value.At))
            {
                first = (over, pause.Reason);
            }
        }

        return first;
    }

    // Those that began before the one that it stands still for now.
    private static ImmutableArray<PromisePause> Before(Promise promise) =>
        promise.PausedSince is null ? promise.Pauses : promise.Pauses.RemoveAll(pause => pause.To is null || pause.From >= promise.PausedSince);

    private static ImmutableArray<PromisePause> Ended(ImmutableArray<PromisePause> pauses, PauseReason reason, Instant at)
    {
        for (var i = 0; i < pauses.Length; i++)
        {
            if (pauses[i].To is null && pauses[i].Reason == reason)
            {
                return pauses.SetItem(i, pauses[i] with { To = at });
            }
        }

        return pauses;
    }

    private static bool Lasts(ImmutableArray<PromisePause> pauses)
    {
        foreach (var pause in pauses)
        {
            if (pause.To is null)
            {
                return true;
            }
        }

        return false;
    }

    private static Duration? LongestOf(TimedExpectation rule, PauseReason reason)
    {
        foreach (var pause in rule.Pauses)
        {
            if (pause.Reason == reason)
            {
                return pause.Longest;
            }
        }

        return null;
    }
}
