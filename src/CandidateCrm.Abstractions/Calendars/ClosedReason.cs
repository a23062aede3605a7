namespace CandidateCrm.Calendars;

/// <summary>The answer to «why is it closed?».</summary>
public sealed record ClosedReason
{
    /// <summary>Gets the kind of reason.</summary>
    public required ClosedKind Kind { get; init; }

    /// <summary>Gets the closure; null unless <see cref="Kind"/> is <see cref="ClosedKind.Closure"/>.</summary>
    public Closure? Closure { get; init; }
}
