namespace CandidateCrm.Engagement;

/// <summary>What one pair of fit and engagement means to the host.</summary>
public sealed record FitCell
{
    /// <summary>Gets the band of fit.</summary>
    /// <exception cref="ArgumentException">The key was never assigned.</exception>
    public required BandKey Fit { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A pair's band of fit"); }

    /// <summary>Gets the band of the score.</summary>
    /// <exception cref="ArgumentException">The key was never assigned.</exception>
    public required BandKey Engagement { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A pair's band of the score"); }

    /// <summary>Gets the host's name for the pair; several pairs may share one.</summary>
    /// <exception cref="ArgumentException">The name was never assigned.</exception>
    public required FitCellKey Name { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A pair's name"); }
}
