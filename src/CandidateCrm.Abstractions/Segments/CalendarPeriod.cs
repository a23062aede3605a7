namespace CandidateCrm.Segments;

/// <summary>A period of the calendar around today, from the start of its first day to the start of the day after its last.</summary>
public enum CalendarPeriod
{
    /// <summary>Today.</summary>
    Today,

    /// <summary>The day before.</summary>
    Yesterday,

    /// <summary>The day after.</summary>
    Tomorrow,

    /// <summary>The week with today in it.</summary>
    ThisWeek,

    /// <summary>The week before.</summary>
    LastWeek,

    /// <summary>The week after.</summary>
    NextWeek,

    /// <summary>The month with today in it.</summary>
    ThisMonth,

    /// <summary>The month before.</summary>
    LastMonth,

    /// <summary>The month after.</summary>
    NextMonth,

    /// <summary>The year with today in it.</summary>
    ThisYear,

    /// <summary>The year before.</summary>
    LastYear,

    /// <summary>The year after.</summary>
    NextYear,
}
