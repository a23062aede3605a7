using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Handing over an effect failed.</summary>
public sealed record EffectFailure
{
    /// <summary>Gets the lease.</summary>
    public required Lease Lease { get; init; }

    /// <summary>Gets the code of the error; never its message.</summary>
    public required string Code { get; init; }

    /// <summary>Gets when to try again; null parks the effect until a person looks at it.</summary>
    public Instant? RetryAt { get; init; }
}
