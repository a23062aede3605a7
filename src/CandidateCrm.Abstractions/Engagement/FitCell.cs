namespace CandidateCrm.Engagement;

/// <summary>What one pair of fit and engagement means to the host.</summary>
public sealed record FitCell
{
    /// <summary>Gets the band of fit.</summary>
    public required BandKey Fit { get; init; }

    /// <summary>Gets the band of the score.</summary>
    public required BandKey Engagement { get; init; }

    /// <summary>Gets the host's name for the pair; several pairs may share one.</summary>
    public required FitCellKey Name { get; init; }
}
