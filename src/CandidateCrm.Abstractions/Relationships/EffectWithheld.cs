using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>
/// An effect is kept for the record and never handed over, because its feature observes or because it lies before the instant from which
/// effects are handed over. It follows from the activation log alone, so going live later releases nothing.
/// </summary>
[WireName("effect.withheld")]
public sealed record EffectWithheld : IDerivedEvent
{
    /// <summary>Gets the effect.</summary>
    public required EffectKey Effect { get; init; }

    /// <summary>Gets the code of the reason, such as <c>mode.observe</c>.</summary>
    public required string Reason { get; init; }
}
