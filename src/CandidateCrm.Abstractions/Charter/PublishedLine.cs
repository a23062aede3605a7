using CandidateCrm.Insights;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>How one promise is kept, as it is published. Where too few were judged, or where others could be told by subtraction, every figure is null and <see cref="IsHidden"/> says so.</summary>
public sealed record PublishedLine
{
    /// <summary>Gets the expectation.</summary>
    public required ExpectationKey Expectation { get; init; }

    /// <summary>Gets the version of the expectation.</summary>
    public required int Version { get; init; }

    /// <summary>Gets a value indicating whether the figures are hidden.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>Gets how many were kept in time.</summary>
    public long? Kept { get; init; }

    /// <summary>Gets how many were kept, broken or are overdue.</summary>
    public long? Judged { get; init; }

    /// <summary>Gets kept / judged with 6 decimals; null where nothing was judged.</summary>
    public decimal? ShareKept { get; init; }

    /// <summary>Gets what the share may be in truth; null where nothing was judged.</summary>
    public ShareInterval? Interval { get; init; }

    /// <summary>Gets the median of the open time that those took which were fulfilled, in time or late, by nearest rank; null where they are fewer than the smallest group.</summary>
    public Duration? MedianWorkingTime { get; init; }
}
