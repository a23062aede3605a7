using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>How well models told what was to come, each from what was known at the time, all on the same samples.</summary>
public sealed record BacktestReport
{
    /// <summary>Gets how many samples were judged.</summary>
    public long Samples => Positives + Negatives;

    /// <summary>Gets how many of them had the outcome within the horizon.</summary>
    public required long Positives { get; init; }

    /// <summary>Gets how many of them had it not.</summary>
    public required long Negatives { get; init; }

    /// <summary>Gets how many different candidates, by <see cref="BacktestSample.Subject"/>, the judged samples are of.</summary>
    public required long Candidates { get; init; }

    /// <summary>Gets how many different candidates had the outcome after one of their samples at least.</summary>
    public required long PositiveCandidates { get; init; }

    /// <summary>Gets how many samples were not judged because their horizon is not over yet: no negatives, for nobody knows.</summary>
    public required long Censored { get; init; }

    /// <summary>Gets how many samples were left out because there were more than <see cref="BacktestSettings.MostSamples"/>.</summary>
    public required long LeftOut { get; init; }

    /// <summary>Gets a result for each model, in the order in which they were given.</summary>
    public required ImmutableArray<BacktestResult> Models { get; init; }
}
