namespace CandidateCrm.Engagement;

/// <summary>A score, and whether the outcome came.</summary>
public readonly record struct LabelledScore
{
    /// <summary>Initializes a labelled score.</summary>
    /// <param name="score">The score.</param>
    /// <param name="isPositive">Whether the outcome came.</param>
    public LabelledScore(decimal score, bool isPositive)
    {
        Score = score;
        IsPositive = isPositive;
    }

    /// <summary>Gets the score.</summary>
    public decimal Score { get; init; }

    /// <summary>Gets a value indicating whether the outcome came.</summary>
    public bool IsPositive { get; init; }
}
