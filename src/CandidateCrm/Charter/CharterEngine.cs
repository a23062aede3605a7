using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Computes due times. Pure; usable without anything else of the CRM.</summary>
public static class CharterEngine
{
    /// <summary>Returns when a promise opened at an instant is due, floored to microseconds.</summary>
    /// <exception cref="NoOpenTimeException">The calendar has no open time within its horizon.</exception>
    public static Instant DueAt(Limit limit, Instant openedAt, CompiledCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return TryDueAt(limit, openedAt, calendar, out var due)
            ? due
            : throw new NoOpenTimeException($"The calendar {calendar.Definition.Key} has no open time within its horizon for a limit of {limit}.");
    }

    /// <summary>Returns the verdict on a promise at an instant, with no new evidence, and when to look again. Asking it often changes nothing.</summary>
    public static PromiseEvaluation Evaluate(Promise promise, Instant now)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return promise.State == PromiseState.Open && promise.DueAt <= now
            ? new PromiseEvaluation { State = PromiseState.Broken }
            : new PromiseEvaluation { State = promise.State, NextLookAt = NextLook(promise) };
    }

    /// <summary>Returns when time alone changes the verdict on a promise; null for never.</summary>
    internal static Instant? NextLook(Promise promise) => promise.State == PromiseState.Open ? promise.DueAt : null;

    /// <summary>Returns when a promise opened at an instant is due, floored to microseconds; false where the calendar does not reach so far.</summary>
    public static bool TryDueAt(Limit limit, Instant openedAt, CompiledCalendar calendar, out Instant due)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(calendar);
        var found = limit.Unit == LimitUnit.BusinessDays
            ? calendar.TryAddBusinessDays(openedAt, limit.Days, limit.DayMode, limit.AfterClosing, out due)
            : calendar.TryAdd(openedAt, limit.Time, out due);
        due = found ? Timeline.Microseconds.Floor(due) : default;
        return found;
    }
}
