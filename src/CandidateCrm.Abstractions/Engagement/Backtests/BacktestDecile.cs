namespace CandidateCrm.Engagement;

/// <summary>
/// A tenth of the samples by their scores. Of n samples, highest first, decile d has those from place ⌊(d − 1) · n / 10⌋ to place ⌊d · n / 10⌋. Equal scores that a cut
/// goes through are shared: each side has its part of their positives, so that nothing depends on an order that the scores do not give.
/// </summary>
public sealed record BacktestDecile
{
    /// <summary>Gets the number: 1 for the highest scores, 10 for the lowest.</summary>
    public required int Number { get; init; }

    /// <summary>Gets how many samples it has.</summary>
    public required long Samples { get; init; }

    /// <summary>Gets its positives, with at most 9 decimal places where equal scores are shared; those of all deciles add up to the positives exactly.</summary>
    public required decimal Positives { get; init; }

    /// <summary>Gets the part of its samples that are positive, rounded half to even at 9 decimal places; null without samples, or with too few.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Gets how many times the rate of all samples that is, rounded half to even at 9 decimal places; null without samples or positives, or with too few.</summary>
    public decimal? Lift { get; init; }
}
