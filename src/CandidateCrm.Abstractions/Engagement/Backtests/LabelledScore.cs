namespace CandidateCrm.Engagement;

/// <summary>A score, and whether the outcome came.</summary>
public readonly record struct LabelledScore
{
    /// <summary>Gets the score.</summary>
    public required decimal Score { get; init; }

    /// <summary>Gets a value indicating whether the outcome came.</summary>
    public required bool IsPositive { get; init; }
}
