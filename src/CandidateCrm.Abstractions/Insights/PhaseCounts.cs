using System.Collections.Immutable;

namespace CandidateCrm.Insights;

/// <summary>How many candidates stand in each phase.</summary>
public sealed record PhaseCounts
{
    /// <summary>Gets the counts: the five phases in their order, then others of the tenant in ordinal order.</summary>
    public required ImmutableArray<PhaseCount> Phases { get; init; }

    /// <summary>Gets how many candidates have no phase, because the rules have no lifecycle or nothing moved them.</summary>
    public required long WithoutPhase { get; init; }
}
