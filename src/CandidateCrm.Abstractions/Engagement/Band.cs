namespace CandidateCrm.Engagement;

/// <summary>A named range of the score with hysteresis: entered at <see cref="Enter"/> or more, left below <see cref="Exit"/>. The lowest band has neither.</summary>
public sealed record Band
{
    /// <summary>Gets the name; once per model.</summary>
    public required BandKey Key { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A band's key"); }

    /// <summary>Gets the score at which the band is entered; null for the lowest band only. It rises from band to band.</summary>
    public decimal? Enter { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Threshold(value)); }

    /// <summary>Gets the score below which the band is left, at most <see cref="Enter"/>; null takes <see cref="Enter"/>, without hysteresis.</summary>
    public decimal? Exit { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Threshold(value)); }
}
