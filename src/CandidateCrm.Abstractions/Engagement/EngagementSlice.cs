using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>The scores of one candidate, one for each scoring model of the tenant, in the order of the rules.</summary>
public sealed record EngagementSlice
{
    /// <summary>Gets the scores.</summary>
    public required ImmutableArray<TrackedScore> Scores { get; init; }
}
