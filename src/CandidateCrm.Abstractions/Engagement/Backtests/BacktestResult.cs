using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>How well one model told the outcomes of the samples.</summary>
public sealed record BacktestResult
{
    /// <summary>Gets the model.</summary>
    public required ScoreKey Model { get; init; }

    /// <summary>Gets its version.</summary>
    public required int Version { get; init; }

    /// <summary>
    /// Gets the area under the receiver operating characteristic (ROC AUC): how likely a positive has a higher score than a negative, equal scores counted half, rounded
    /// half to even at 9 decimal places. 0.5 is no better than chance. Null where there is no positive or no negative, or too few.
    /// </summary>
    public decimal? RocArea { get; init; }

    /// <summary>Gets the ten deciles, highest scores first.</summary>
    public required ImmutableArray<BacktestDecile> Deciles { get; init; }

    /// <summary>Gets the bands from the lowest up; empty where the model has none.</summary>
    public required ImmutableArray<BacktestBand> Bands { get; init; }

    /// <summary>Gets a value indicating whether no band has a lower rate than one below it, of those whose rate is shown; null where fewer than two are, or where there is no positive or no negative, so that nothing could rise or fall.</summary>
    public bool? RatesRise { get; init; }
}
