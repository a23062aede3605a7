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

    /// <summary>Returns when a promise opened at an instant is due, floored to microseconds; false where the calendar does not reach so far.</summary>
    public static bool TryDueAt(Limit limit, Instant openedAt, CompiledCalendar calendar, out Instant due)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(calendar);
        var found = limit.Unit == LimitUnit.BusinessDays
            ? calendar.TryAddBusinessDays(openedAt, limit.Days, BusinessDayMode.CloseOfDay, AfterClosing.SameDate, out due)
            : calendar.TryAdd(openedAt, limit.Time, out due);
        due = found ? Timeline.Microseconds.Floor(due) : default;
        return found;
    }
}
