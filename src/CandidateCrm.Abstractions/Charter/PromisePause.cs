using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A stretch of time in which a promise stood still.</summary>
public readonly record struct PromisePause
{
    /// <summary>Gets why.</summary>
    public required PauseReason Reason { get; init; }

    /// <summary>Gets when it began.</summary>
    public required Instant From { get; init; }

    /// <summary>Gets when it ended; null while it lasts.</summary>
    public Instant? To { get; init; }
}
