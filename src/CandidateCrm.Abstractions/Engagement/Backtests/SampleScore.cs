namespace CandidateCrm.Engagement;

/// <summary>What one model said of a sample at its instant.</summary>
public sealed record SampleScore
{
    /// <summary>Gets the model.</summary>
    public required ScoreKey Model { get; init; }

    /// <summary>Gets its version.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the score.</summary>
    public required decimal Score { get; init; }

    /// <summary>Gets the band, at the end of its path through what was known by then; null where the model has none.</summary>
    public BandKey? Band { get; init; }
}
