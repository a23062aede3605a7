using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Durations in whole nanoseconds, without loss; the longest need more than 64 bits.</summary>
internal static class DurationNanos
{
    private static readonly Int128 Least = Of(Duration.MinValue);
    private static readonly Int128 Greatest = Of(Duration.MaxValue);

    internal static Int128 Of(Duration duration) => ((Int128)duration.Days * NodaConstants.NanosecondsPerDay) + duration.NanosecondOfDay;

    internal static bool Fits(Int128 nanos) => nanos >= Least && nanos <= Greatest;

    internal static Duration DurationOf(Int128 nanos) =>
        nanos >= long.MinValue && nanos <= long.MaxValue
            ? Duration.FromNanoseconds((long)nanos)
            : Duration.FromDays((int)(nanos / NodaConstants.NanosecondsPerDay)) + Duration.FromNanoseconds((long)(nanos % NodaConstants.NanosecondsPerDay));
}
