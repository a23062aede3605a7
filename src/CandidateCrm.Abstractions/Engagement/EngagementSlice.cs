using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>The scores of one candidate, one state for each scoring model of the tenant, in the order of the rules.</summary>
public sealed record EngagementSlice
{
    /// <summary>Gets the states.</summary>
    public required ImmutableArray<ScoreState> Scores { get; init; }
}
