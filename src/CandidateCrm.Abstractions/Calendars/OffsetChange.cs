using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>From an instant on, the clocks of a zone stand so far from UTC.</summary>
public readonly record struct OffsetChange
{
    /// <summary>Gets the instant, on a whole second.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the distance from UTC.</summary>
    public required Offset Offset { get; init; }
}
