namespace CandidateCrm.Insights;

/// <summary>What a share may be in truth, by a named method, with 95 % confidence: a share of few says little.</summary>
public sealed record ShareInterval
{
    /// <summary>Gets the lower end: 0 to 1, rounded to 6 decimals.</summary>
    public required decimal Low { get; init; }

    /// <summary>Gets the upper end: 0 to 1, rounded to 6 decimals.</summary>
    public required decimal High { get; init; }
}
