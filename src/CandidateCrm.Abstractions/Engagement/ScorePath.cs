using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>A score with the way its band took: evaluated at each distinct instant of a counted touchpoint, and at the instant asked for.</summary>
public sealed record ScorePath
{
    /// <summary>Gets the state at the end, to go on from.</summary>
    public required ScoreState State { get; init; }

    /// <summary>Gets the score at the instant asked for.</summary>
    public required decimal Score { get; init; }

    /// <summary>Gets the changes of the band, oldest first.</summary>
    public required ImmutableArray<BandChange> Changes { get; init; }
}
