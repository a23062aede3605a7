namespace CandidateCrm.Engagement;

/// <summary>A named range of fit. It has no hysteresis: fit changes with facts, not with time.</summary>
public sealed record FitBand
{
    /// <summary>Gets the name; once per model.</summary>
    /// <exception cref="ArgumentException">The key was never assigned.</exception>
    public required BandKey Key { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A band's key"); }

    /// <summary>Gets the fit from which on the band holds: more than 0, at most 100, with at most 6 decimals; null for the lowest band only. It rises from band to band.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside these bounds.</exception>
    public decimal? From { get; init => field = ScoreBounds.Checked(value, FromFault(value)); }

    internal static string? FromFault(decimal? from) => from is null || (from is > 0 and <= 100 && decimal.Round(from.Value, 6) == from) ? null : "A band of fit begins at more than 0 and at most 100, with at most 6 decimals.";
}
