using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Hours of one date that replace those of the week.</summary>
public sealed record DateOverride
{
    /// <summary>Gets the date, in the calendar's zone.</summary>
    public required LocalDate Date
    {
        get;
        init => field = value.WithCalendar(CalendarSystem.Iso);
    }

    /// <summary>Gets the hours that start on the date, in order; none means that nothing starts on it.</summary>
    public required ImmutableArray<DayHours> Hours
    {
        get;
        init => field = value.IsDefault ? [] : value;
    }
}
