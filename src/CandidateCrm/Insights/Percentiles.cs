using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>
/// Percentiles and means of durations in whole numbers: nanoseconds as 128-bit integers, the share in millionths, one rounding at
/// the end to the nearest nanosecond, halves to even. So no order of the values, machine or partition changes a digit.
/// </summary>
public static class Percentiles
{
    private const int Millionths = 1_000_000;

    /// <summary>Reads one percentile off durations in any order; null, which reads «undefined», when there are none.</summary>
    /// <param name="durations">The values; left as they are.</param>
    /// <param name="share">Which percentile, as a share from 0 to 1 with at most 6 decimals: 0.5 is the median.</param>
    /// <param name="method">By which method.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share or the method is none of these.</exception>
    public static Duration? Of(IEnumerable<Duration> durations, decimal share, PercentileMethod method)
    {
        ArgumentNullException.ThrowIfNull(durations);
        if (share is < 0 or > 1 || decimal.Round(share, 6) != share)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is 0 to 1 with at most 6 decimals.");
        }

        if (method is not (PercentileMethod.Linear or PercentileMethod.NearestRank))
        {
            throw new ArgumentOutOfRangeException(nameof(method), method, "A percentile is linear or by nearest rank.");
        }

        Duration[] sorted = [.. durations];
        Array.Sort(sorted);
        return sorted.Length == 0 ? null : Read(sorted, (int)(share * Millionths), method);
    }

    /// <summary>Sums up durations in any order, and counts how many lie within each limit.</summary>
    public static DurationSummary Summarize(IEnumerable<Duration> durations, params ImmutableArray<Duration> within)
    {
        ArgumentNullException.ThrowIfNull(durations);
        Duration[] sorted = [.. durations];
        Array.Sort(sorted);
        ImmutableArray<WithinCount> counts = within.IsDefault
            ? []
            : [.. within.Select(limit => new WithinCount { Limit = limit, Count = sorted.LongCount(d => d <= limit) })];
        if (sorted.Length == 0)
        {
            return new DurationSummary { Count = 0, Within = counts };
        }

        return new DurationSummary
        {
            Count = sorted.Length,
            Min = sorted[0],
            Max = sorted[^1],
            Mean = Mean(sorted),
            Linear = Five(sorted, PercentileMethod.Linear),
            NearestRank = Five(sorted, PercentileMethod.NearestRank),
            Within = counts,
        };
    }

    private static DurationPercentiles Five(Duration[] sorted, PercentileMethod method) => new()
    {
        Method = method,
        P25 = Read(sorted, 250_000, method),
        P50 = Read(sorted, 500_000, method),
        P75 = Read(sorted, 750_000, method),
        P90 = Read(sorted, 900_000, method),
        P95 = Read(sorted, 950_000, method),
    };

    private static Duration Read(Duration[] sorted, int millionths, PercentileMethod method)
    {
        if (method == PercentileMethod.NearestRank)
        {
            var rank = (((long)sorted.Length * millionths) + Millionths - 1) / Millionths;
            return sorted[Math.Max(rank, 1) - 1];
        }

        var (place, part) = Math.DivRem((sorted.Length - 1L) * millionths, Millionths);
        if (part == 0)
        {
            return sorted[place];
        }

        var below = Nanoseconds(sorted[place]);
        var step = Nanoseconds(sorted[place + 1]) - below;
        return Duration.FromNanoseconds(HalfEven.Divide((below * Millionths) + (step * part), Millionths));
    }

    private static Duration Mean(Duration[] sorted)
    {
        Int128 sum = 0;
        foreach (var duration in sorted)
        {
            sum += Nanoseconds(duration);
        }

        return Duration.FromNanoseconds(HalfEven.Divide(sum, sorted.Length));
    }

    private static Int128 Nanoseconds(Duration duration) =>
        ((Int128)duration.Days * NodaConstants.NanosecondsPerDay) + duration.NanosecondOfDay;
}
