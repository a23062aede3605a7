using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>Measures between two points of a path: exact ones by the clock given, others by their dates.</summary>
internal sealed class PathMeasure(Func<Instant, Instant, Duration> elapsed)
{
    /// <summary>Returns the time in between; null when the end is before the start.</summary>
    internal Duration? Between(PathPoint from, PathPoint to, DateTimeZone zone)
    {
        if (from.Precision == Precision.Instant && to.Precision == Precision.Instant)
        {
            return to.At < from.At ? null : elapsed(from.At, to.At);
        }

        // A date holds no hours, so a calendar of working hours has nothing to count in it either.
        var days = Period.DaysBetween(from.At.InZone(zone).Date, to.At.InZone(zone).Date);
        return days < 0 ? null : Duration.FromDays(days);
    }

    /// <summary>Returns the time between two steps of a path, of which the second is not before the first.</summary>
    internal Duration Between(PathStep from, PathStep to, DateTimeZone zone) =>
        Between(PathPoint.Of(from), PathPoint.Of(to), zone) ?? Duration.Zero;
}
