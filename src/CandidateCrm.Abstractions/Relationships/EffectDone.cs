using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>An effect was handed over and accepted: a task stands in the host's inbox, handlers have seen an announcement.</summary>
[WireName("effect.done")]
public sealed record EffectDone : IAct
{
    /// <summary>Gets the effect.</summary>
    public required EffectKey Effect { get; init; }
}
