namespace CandidateCrm.Calendars;

/// <summary>Where on the counted business date a due time lies.</summary>
public enum BusinessDayMode
{
    /// <summary>At the close of that date; the default.</summary>
    CloseOfDay = 0,

    /// <summary>At the clock time of the event on that date, moved into open hours.</summary>
    SameClockTime = 1,
}
