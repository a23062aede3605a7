using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>The scores of one candidate, one for each scoring model of the tenant, in the order of the rules.</summary>
public sealed record EngagementSlice
{
    /// <summary>Gets the scores.</summary>
    public required ImmutableArray<TrackedScore> Scores { get; init; }

    /// <summary>Gets what is left of scores whose models are gone: should one come back, the numbers of its changes go on.</summary>
    public ImmutableArray<ScoreCounter> Retired { get; init; } = [];

    /// <summary>Returns a score, or null.</summary>
    public TrackedScore? Find(ScoreKey score) => Scores.FirstOrDefault(s => s.State.Model == score);

    /// <summary>Returns how often the band of a score changed, also of one whose model is gone.</summary>
    internal int ChangesOf(ScoreKey score) => Find(score)?.Changes ?? Retired.FirstOrDefault(r => r.Score == score).Changes;
}
