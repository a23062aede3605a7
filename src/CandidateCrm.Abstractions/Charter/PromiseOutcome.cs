using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>How a promise ended, and what it took.</summary>
public sealed record PromiseOutcome
{
    /// <summary>Gets the promise as it stands then: <see cref="PromiseState.Kept"/>, or <see cref="PromiseState.Broken"/> where it was fulfilled late; void where it was that before.</summary>
    public required Promise After { get; init; }

    /// <summary>Gets the open time of the calendar from the opening on, without pauses; null where it had ended before.</summary>
    public Duration? WorkingTime { get; init; }

    /// <summary>Gets the time on the clock on the wall between due and fulfilled; zero where it was kept.</summary>
    public Duration WallOverrun { get; init; }

    /// <summary>Gets the open time of the calendar between due and fulfilled; zero where it was kept.</summary>
    public Duration WorkingOverrun { get; init; }
}
