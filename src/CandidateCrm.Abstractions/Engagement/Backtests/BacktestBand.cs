namespace CandidateCrm.Engagement;

/// <summary>
/// What became of the samples in a band, and how good a sign it was to be in it or above. Of a tenant, bands are those that relationships had, or would have had under
/// the model: they fall on whole seconds, whatever happens in between. Of given samples, they are those of <see cref="ScorePath"/>: settled at the touchpoints that were
/// known and at the instant, so that one that time took away between two touchpoints is not noticed where the second one lifts the score above the exit again.
/// </summary>
public sealed record BacktestBand
{
    /// <summary>Gets the band.</summary>
    public required BandKey Band { get; init; }

    /// <summary>Gets the samples in the band whose outcome came.</summary>
    public required long Positives { get; init; }

    /// <summary>Gets the samples in the band whose outcome did not come.</summary>
    public required long Negatives { get; init; }

    /// <summary>Gets the samples in the band.</summary>
    public long Samples => Positives + Negatives;

    /// <summary>Gets the part of the band's samples that are positive, rounded half to even at 9 decimal places; null without samples, or with too few.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Gets the positives in this band or above.</summary>
    public required long TruePositives { get; init; }

    /// <summary>Gets the negatives in this band or above.</summary>
    public required long FalsePositives { get; init; }

    /// <summary>Gets the positives below this band.</summary>
    public required long FalseNegatives { get; init; }

    /// <summary>Gets the negatives below this band.</summary>
    public required long TrueNegatives { get; init; }

    /// <summary>Gets the part of those in this band or above that are positive, rounded half to even at 9 decimal places; null where nobody is, or too few.</summary>
    public decimal? Precision { get; init; }

    /// <summary>Gets the part of the positives that are in this band or above, rounded half to even at 9 decimal places; null without positives, or with too few.</summary>
    public decimal? Recall { get; init; }
}
