using CandidateCrm.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Charter;

/// <summary>Computes due times and verdicts. Pure; usable without anything else of the CRM.</summary>
public static class CharterEngine
{
    /// <summary>Returns when a promise opened at an instant is due, to the nanosecond; on a timeline it is due at the whole microsecond before.</summary>
    /// <exception cref="NoOpenTimeException">The calendar has no open time within its horizon.</exception>
    public static Instant DueAt(Limit limit, Instant openedAt, CompiledCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return TryDueAt(limit, openedAt, calendar, out var due)
            ? due
            : throw new NoOpenTimeException($"The calendar {calendar.Definition.Key} has no open time within its horizon for a limit of {limit}.");
    }

    /// <summary>Returns when a promise opened at an instant is due, to the nanosecond; false where the calendar does not reach so far.</summary>
    public static bool TryDueAt(Limit limit, Instant openedAt, CompiledCalendar calendar, out Instant due)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(calendar);
        due = limit.At;
        return limit.Unit switch
        {
            LimitUnit.BusinessDays => calendar.TryAddBusinessDays(openedAt, limit.Days, limit.DayMode, limit.AfterClosing, out due),
            LimitUnit.WorkingTime => calendar.TryAdd(openedAt, limit.Time, out due),
            _ => true,
        };
    }

    /// <summary>Opens a promise. Its levels are set; whether it is wanted is for the caller to say.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="key">The name of the promise.</param>
    /// <param name="at">When it is opened.</param>
    /// <param name="due">When it is due, such as <see cref="TryDueAt"/> says.</param>
    /// <param name="calendar">The calendar of the rule.</param>
    public static Promise Open(TimedExpectation rule, PromiseKey key, Instant at, Instant due, CompiledCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        var promise = new Promise
        {
            Key = key,
            Version = rule.Version,
            OpenedAt = at,
            DueAt = due,
            Calendar = rule.Calendar,
            CalendarVersion = calendar.Version,
            ZoneDataVersion = calendar.ZoneDataVersion,
        };
        return WithNextStep(promise, rule, calendar);
    }

    /// <summary>
    /// Has the time of a promise stand still; the same promise where it does so for that reason already. What was due before is broken, and stays so; at its due
    /// instant it stands still and is not broken yet. Evaluate it first where its levels are to be told: those that were reached before are behind it.
    /// </summary>
    /// <exception cref="ArgumentException">The instant lies before the opening of the promise, or before the last pause of it began or ended: pauses are told in their order.</exception>
    public static Promise Pause(Promise promise, PauseReason reason, Instant at, TimedExpectation rule, CompiledCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        if (promise.State is PromiseState.Open or PromiseState.Paused && !PromiseClock.IsPaused(promise, reason))
        {
            ThrowIfOutOfOrder(promise, at);
        }

        return PauseTimed(Timed(promise, rule, calendar, Before(at)), reason, at, rule, calendar);
    }

    /// <summary>
    /// Ends the pause for a reason; where it was the last, the time runs on. Working time in the pause moves the due time by as much; a pause without any
    /// moves nothing, so that what was due meanwhile is overdue now.
    /// </summary>
    /// <exception cref="ArgumentException">The instant lies before the last pause of the promise began or ended: pauses are told in their order.</exception>
    /// <exception cref="NoOpenTimeException">The calendar does not reach the new due time.</exception>
    public static Promise Resume(Promise promise, PauseReason reason, Instant at, TimedExpectation rule, CompiledCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        if (PromiseClock.IsPaused(promise, reason))
        {
            ThrowIfOutOfOrder(promise, at);
        }

        var after = Timed(promise, rule, calendar, Before(at));
        return !PromiseClock.TryResume(ref after, reason, at, calendar)
            ? throw new NoOpenTimeException($"The calendar {calendar.Definition.Key} has no open time within its horizon for what is left of a promise.")
            : ReferenceEquals(after, promise) ? promise : WithNextStep(after, rule, calendar);
    }

    /// <summary>
    /// Ends a promise because what keeps it happened: kept at or before its due time, also where it was found broken before that was known; fulfilled late after it, each time it is asked.
    /// A pause that lasts ends with it. One that was kept or is void stays as it is, and has no times.
    /// </summary>
    public static PromiseOutcome Keep(Promise promise, Instant at, TimedExpectation rule, CompiledCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        if (promise.State is PromiseState.Kept or PromiseState.Void || promise.Target is null)
        {
            return new PromiseOutcome { After = promise };
        }

        var before = promise.State == PromiseState.Paused ? Timed(promise, rule, calendar, Before(at)) : promise;
        var due = before.Target!.Value;
        var isKept = before.State == PromiseState.Paused || at <= due;
        return new PromiseOutcome
        {
            After = PromiseClock.End(before, isKept ? PromiseState.Kept : PromiseState.Broken, at),
            WorkingTime = PromiseClock.Used(before, at, calendar),
            WallOverrun = isKept ? Duration.Zero : at - due,
            WorkingOverrun = isKept ? Duration.Zero : calendar.Elapsed(due, at),
        };
    }

    /// <summary>Ends a promise because what it was about ended: void, where it was not broken by then. A pause that lasts ends with it. One that ended before stays as it is.</summary>
    public static Promise Void(Promise promise, Instant at, TimedExpectation rule, CompiledCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        var before = Timed(promise, rule, calendar, at);
        return before.State is PromiseState.Open or PromiseState.Paused ? PromiseClock.End(before, PromiseState.Void, at) : before;
    }

    /// <summary>
    /// Returns a promise as time alone has made it by an instant: pauses that lasted too long are over, what is due is broken, and the highest level that was
    /// reached is named. Asking at any instants in between comes to the same end. Allocates nothing where nothing changes.
    /// </summary>
    public static PromiseEvaluation Evaluate(Promise promise, TimedExpectation rule, CompiledCalendar calendar, Instant now)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        if (!(NextLook(promise) <= now))
        {
            return new PromiseEvaluation { State = promise.State, NextLookAt = NextLook(promise), After = promise };
        }

        var after = Timed(promise, rule, calendar, now);
        var reached = LastReached(ref after, rule, calendar, now);
        after = WithNextStep(after, rule, calendar);
        return new PromiseEvaluation { State = after.State, NextLookAt = NextLook(after), After = after, Reached = reached };
    }

    /// <summary>Returns the steps of the levels of a promise in their order, those that are behind it too; none for a paused one, whose time does not run.</summary>
    public static IReadOnlyList<LevelStep> StepsOf(Promise promise, TimedExpectation rule, CompiledCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        return promise.State == PromiseState.Paused || rule.Levels.IsEmpty || promise.Target is null ? [] : LevelSteps.Of(promise, rule, calendar);
    }

    /// <summary>Has the time of a promise stand still that time has been let pass for.</summary>
    internal static Promise PauseTimed(Promise promise, PauseReason reason, Instant at, TimedExpectation rule, CompiledCalendar calendar)
    {
        var after = PromiseClock.Pause(promise, reason, at, calendar);
        return ReferenceEquals(after, promise) ? promise : WithNextStep(after, rule, calendar);
    }

    /// <summary>Returns when time alone changes something about a promise; null for never.</summary>
    internal static Instant? NextLook(Promise promise)
    {
        var due = promise.State == PromiseState.Open ? promise.DueAt : null;
        return due is null || promise.NextStepAt < due ? promise.NextStepAt : due;
    }

    /// <summary>Computes anew when the next step comes, or when a pause has lasted too long.</summary>
    internal static Promise WithNextStep(Promise promise, TimedExpectation rule, CompiledCalendar calendar)
    {
        Instant? next = null;
        if (promise.State == PromiseState.Paused)
        {
            next = PromiseClock.LongestOver(promise, rule)?.At;
        }
        else if (!rule.Levels.IsEmpty && StepsOf(promise, rule, calendar) is var steps && steps.Count > promise.LevelsPassed)
        {
            next = steps[promise.LevelsPassed].At;
        }

        return promise.NextStepAt == next ? promise : promise with { NextStepAt = next };
    }

    // Time that was counted once is not counted again, so a pause or its end is never told of a time that is behind the last one.
    private static void ThrowIfOutOfOrder(Promise promise, Instant at)
    {
        var last = promise.Pauses.Aggregate(promise.OpenedAt, (latest, pause) => Instant.Max(latest, pause.To ?? pause.From));
        if (at < last)
        {
            var (given, known) = (InstantPattern.ExtendedIso.Format(at), InstantPattern.ExtendedIso.Format(last));
            throw new ArgumentException(
                last == promise.OpenedAt
                    ? $"A promise cannot stand still at {given}, before it was opened at {known}. Give the opening where the reason is older than the promise."
                    : $"Pauses are told in their order, but {given} lies before {known}, when a pause of the promise last began or ended. Tell the earlier one first, to the promise as it was then.",
                nameof(at));
        }
    }

    private static Instant Before(Instant at) => at == Instant.MinValue ? at : at - Duration.Epsilon;

    // Where time alone has brought it: pauses that lasted too long are over, and what is due is broken.
    private static Promise Timed(Promise promise, TimedExpectation rule, CompiledCalendar calendar, Instant now)
    {
        var after = promise;
        while (after.State == PromiseState.Paused && PromiseClock.LongestOver(after, rule) is { } over && over.At <= now)
        {
            PromiseClock.TryResume(ref after, over.Reason, over.At, calendar);
        }

        return after.State == PromiseState.Open && after.DueAt <= now ? after with { State = PromiseState.Broken } : after;
    }

    private static LevelStep? LastReached(ref Promise promise, TimedExpectation rule, CompiledCalendar calendar, Instant now)
    {
        LevelStep? reached = null;
        var steps = StepsOf(promise, rule, calendar);
        var passed = promise.LevelsPassed;
        while (passed < steps.Count && steps[passed].At <= now)
        {
            reached = steps[passed++];
        }

        promise = passed == promise.LevelsPassed ? promise : promise with { LevelsPassed = passed };
        return reached;
    }
}
