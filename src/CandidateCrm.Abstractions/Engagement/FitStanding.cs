namespace CandidateCrm.Engagement;

/// <summary>Fit and engagement side by side.</summary>
public sealed record FitStanding
{
    /// <summary>Gets the fit.</summary>
    public required FitAnswer Fit { get; init; }

    /// <summary>Gets the band of the score; unassigned where the candidate has none, or the model names no score.</summary>
    public required BandKey Engagement { get; init; }

    /// <summary>Gets what the host calls this pair; null where the matrix does not name it.</summary>
    public FitCellKey? Cell { get; init; }
}
