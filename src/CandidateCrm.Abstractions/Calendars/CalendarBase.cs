namespace CandidateCrm.Calendars;

/// <summary>The calendar that another one is built upon, by its key, such as that of the company beneath that of a site.</summary>
public sealed record CalendarBase
{
    /// <summary>Gets the key of the calendar beneath.</summary>
    public required CalendarKey Calendar { get; init; }

    /// <summary>Gets how the two go together.</summary>
    public required CalendarLayering How { get; init; }
}
