namespace CandidateCrm.Calendars;

/// <summary>The answer to «why is it closed?».</summary>
public sealed record ClosedReason
{
    /// <summary>Gets which calendar says so: the one that was asked, or one that it is built upon.</summary>
    public required CalendarKey Calendar { get; init; }

    /// <summary>Gets the kind of reason.</summary>
    public required ClosedKind Kind { get; init; }

    /// <summary>Gets the closure; null unless <see cref="Kind"/> is <see cref="ClosedKind.Closure"/>.</summary>
    public Closure? Closure { get; init; }
}
