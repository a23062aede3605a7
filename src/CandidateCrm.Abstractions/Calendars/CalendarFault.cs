namespace CandidateCrm.Calendars;

/// <summary>One thing that is wrong with the definition of a calendar.</summary>
public sealed record CalendarFault
{
    /// <summary>Gets the stable code, such as <c>calendar.never_open</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the fault in a sentence.</summary>
    public required string Sentence { get; init; }
}
