using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>How well somebody matches: criteria with points, bands of fit, and what each pair of fit and engagement means. Data only; fit and engagement are a pair and never one number.</summary>
public sealed record FitModel
{
    /// <summary>The largest number of criteria.</summary>
    public const int MostCriteria = 100;

    /// <summary>The largest number of bands.</summary>
    public const int MostBands = 20;

    /// <summary>Gets the name.</summary>
    /// <exception cref="ArgumentException">The key was never assigned.</exception>
    public required FitKey Key { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A model's key"); }

    /// <summary>Gets the version, 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is less than 1.</exception>
    public int Version { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Version(value)); } = 1;

    /// <summary>Gets the criteria, 1 to 100, in the order in which explanations list them.</summary>
    /// <exception cref="ArgumentException">The list was left unassigned, or holds null.</exception>
    public required ImmutableArray<FitCriterion> Criteria { get; init => field = ScoreBounds.Listed(value); }

    /// <summary>Gets the bands of fit from the lowest up; none where the pair is not asked for.</summary>
    /// <exception cref="ArgumentException">The list was left unassigned, or holds null.</exception>
    public ImmutableArray<FitBand> Bands { get; init => field = ScoreBounds.Listed(value); } = [];

    /// <summary>Gets the score whose bands the matrix names; null where there is no matrix.</summary>
    /// <exception cref="ArgumentException">A key is given that was never assigned.</exception>
    public ScoreKey? Score { get; init => field = ScoreBounds.Named(value, value?.IsAssigned ?? true, "A model's score"); }

    /// <summary>Gets what pairs mean, each pair at most once. A pair that is not named means nothing in particular.</summary>
    /// <exception cref="ArgumentException">The list was left unassigned, or holds null.</exception>
    public ImmutableArray<FitCell> Matrix { get; init => field = ScoreBounds.Listed(value); } = [];
}
