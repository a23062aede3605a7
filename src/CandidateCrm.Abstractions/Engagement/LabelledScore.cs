namespace CandidateCrm.Engagement;

/// <summary>A score, and whether the outcome came.</summary>
/// <param name="Score">The score.</param>
/// <param name="IsPositive">Whether the outcome came.</param>
public readonly record struct LabelledScore(decimal Score, bool IsPositive);
