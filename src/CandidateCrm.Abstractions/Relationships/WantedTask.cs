using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>A task that somebody still has to do.</summary>
public sealed record WantedTask
{
    /// <summary>Gets the name of the effect that opened it.</summary>
    public required EffectKey Key { get; init; }

    /// <summary>Gets when it was wanted.</summary>
    public required Instant WantedAt { get; init; }

    /// <summary>Gets what is to be done and why.</summary>
    public required OpenTask Task { get; init; }
}
