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
    public required FitKey Key
    {
        get;
        init => field = value.IsAssigned ? value : throw new ArgumentException("A model's key must be assigned.", nameof(value));
    }

    /// <summary>Gets the version, 1 or more.</summary>
    public int Version
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A version is 1 or more.");
    }
        = 1;

    /// <summary>Gets the criteria, 1 to 100, in the order in which explanations list them.</summary>
    public required ImmutableArray<FitCriterion> Criteria { get; init; }

    /// <summary>Gets the bands of fit from the lowest up; none where the pair is not asked for.</summary>
    public ImmutableArray<FitBand> Bands { get; init; } = [];

    /// <summary>Gets the score whose bands the matrix names; null where there is no matrix.</summary>
    public ScoreKey? Score { get; init; }

    /// <summary>Gets what pairs mean, each pair at most once. A pair that is not named means nothing in particular.</summary>
    public ImmutableArray<FitCell> Matrix { get; init; } = [];
}
