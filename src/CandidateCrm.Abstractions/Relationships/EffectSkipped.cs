using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>An effect will not be handed over.</summary>
[WireName("effect.skipped")]
public sealed record EffectSkipped : IAct
{
    /// <summary>Gets the effect.</summary>
    public required EffectKey Effect { get; init; }

    /// <summary>Gets the code of the reason, one of <see cref="EffectSkipCodes"/> where this version wrote it.</summary>
    public required string Reason { get; init; }
}
