namespace CandidateCrm.Engagement;

/// <summary>How often the band of a score changed that no model keeps any more.</summary>
public readonly record struct ScoreCounter
{
    /// <summary>Gets the score.</summary>
    public required ScoreKey Score { get; init; }

    /// <summary>Gets how often.</summary>
    public required int Changes { get; init; }
}
