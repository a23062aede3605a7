using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>What a number of durations comes to. With no duration every figure but the counts is undefined, which is null: never zero.</summary>
public sealed record DurationSummary
{
    /// <summary>Gets how many durations there are.</summary>
    public required long Count { get; init; }

    /// <summary>Gets the shortest.</summary>
    public Duration? Min { get; init; }

    /// <summary>Gets the longest.</summary>
    public Duration? Max { get; init; }

    /// <summary>Gets the exact sum divided by the count, rounded once to the nanosecond, halves to even.</summary>
    public Duration? Mean { get; init; }

    /// <summary>Gets the percentiles by <see cref="PercentileMethod.Linear"/>, each rounded once to the nanosecond, halves to even.</summary>
    public DurationPercentiles? Linear { get; init; }

    /// <summary>Gets the percentiles by <see cref="PercentileMethod.NearestRank"/>.</summary>
    public DurationPercentiles? NearestRank { get; init; }

    /// <summary>Gets how many lie within each limit asked for, in the order asked.</summary>
    public ImmutableArray<WithinCount> Within { get; init; } = [];
}
