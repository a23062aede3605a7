namespace CandidateCrm.Engagement;

/// <summary>The band at an instant, decided on the band that held before.</summary>
public sealed record Settlement
{
    /// <summary>Gets the state with the band and since when it holds.</summary>
    public required ScoreState State { get; init; }

    /// <summary>Gets the score at the instant.</summary>
    public required decimal Score { get; init; }

    /// <summary>Gets the change; null where the band stays.</summary>
    public BandChange? Change { get; init; }
}
