using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>Where a time starts or ends.</summary>
internal readonly record struct PathPoint(Instant At, Precision Precision)
{
    internal static PathPoint Of(PathStep step) => new(step.At, step.Precision);
}
