using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Sums up visits. Pure; visits come from <see cref="IApplications.VisitsAsync"/> or from anywhere else, and may be of several applications.</summary>
public static class StageTimes
{
    /// <summary>Returns the time in each stage, in the order in which the stages were first entered.</summary>
    /// <param name="visits">The visits.</param>
    /// <param name="asOf">Up to when a visit that goes on counts. What lies after it counts nowhere.</param>
    public static ImmutableArray<StageTime> ByStage(IEnumerable<StageVisit> visits, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(visits);
        return
        [
            .. visits.Where(visit => visit.From <= asOf).GroupBy(visit => visit.Stage).Select(same => new StageTime
            {
                Stage = same.Key,
                Category = same.Last().Category,
                Visits = same.Count(),
                Total = Total(same, asOf),
            }),
        ];
    }

    /// <summary>Returns the time in each kind of step, in the order in which hiring goes.</summary>
    /// <param name="visits">The visits.</param>
    /// <param name="asOf">Up to when a visit that goes on counts. What lies after it counts nowhere.</param>
    public static ImmutableArray<CategoryTime> ByCategory(IEnumerable<StageVisit> visits, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(visits);
        return
        [
            .. visits.Where(visit => visit.From <= asOf).GroupBy(visit => visit.Category).OrderBy(same => same.Key).Select(same => new CategoryTime
            {
                Category = same.Key,
                Visits = same.Count(),
                Total = Total(same, asOf),
            }),
        ];
    }

    private static Duration Total(IEnumerable<StageVisit> visits, Instant asOf) =>
        visits.Aggregate(Duration.Zero, (sum, visit) => sum + (Instant.Min(visit.To ?? asOf, asOf) - visit.From));
}
