using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>An effect was not handed over: that failed, or it was not tried at all.</summary>
public sealed record EffectFailure
{
    /// <summary>Gets the lease.</summary>
    public required Lease Lease { get; init; }

    /// <summary>Gets the code of the error; never its message.</summary>
    public required string Code { get; init; }

    /// <summary>Gets a value indicating whether it was tried: counted as an attempt. False for one that is only held, such as a paused one; it says when to look again, and is never parked.</summary>
    public bool IsAttempt { get; init; } = true;

    /// <summary>Gets when to try again; null parks the effect until a person looks at it.</summary>
    public Instant? RetryAt { get; init; }
}
