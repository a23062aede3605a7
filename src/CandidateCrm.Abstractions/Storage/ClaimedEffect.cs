namespace CandidateCrm.Storage;

/// <summary>An effect and the lease on it.</summary>
public sealed record ClaimedEffect
{
    /// <summary>Gets the effect.</summary>
    public required EffectRecord Record { get; init; }

    /// <summary>Gets the lease.</summary>
    public required Lease Lease { get; init; }
}
