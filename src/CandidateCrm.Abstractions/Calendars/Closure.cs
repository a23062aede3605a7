using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>
/// Closed time that overrides everything else. A whole-date closure closes the hours that start on its date, and leaves those that ran into it
/// from the date before; a partial one closes a stretch of time, whichever date its hours belong to.
/// </summary>
public sealed record Closure
{
    /// <summary>Gets the date, in the calendar's zone.</summary>
    public required LocalDate Date
    {
        get;
        init => field = value.WithCalendar(CalendarSystem.Iso);
    }

    /// <summary>Gets which part is closed; null, the default, is the whole date.</summary>
    public DayHours? Part
    {
        get;
        init => field = value is { IsAssigned: false }
            ? throw new ArgumentException("The closed part of a date must be assigned.", nameof(value))
            : value;
    }

    /// <summary>Gets why, in words or as a code of the host: 1 to 200 characters on one line.</summary>
    public required string Reason
    {
        get;
        init => field = HostText.Id(value, "The reason of a closure");
    }

    /// <summary>Gets the id of the holiday that it comes from; null for one that was entered by hand.</summary>
    public string? Holiday { get; init; }
}
