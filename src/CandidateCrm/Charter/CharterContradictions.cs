using System.Collections.Immutable;
using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Finds expectations that cannot both be kept, or that promise the same thing with different times.</summary>
internal static class CharterContradictions
{
    internal static IEnumerable<CharterFault> FaultsOf(ImmutableArray<Expectation> expectations, Dictionary<CalendarKey, CompiledCalendar> calendars, Instant asOf)
    {
        for (var i = 0; i < expectations.Length; i++)
        {
            if (expectations[i] is TimedExpectation later && expectations.Take(i).OfType<TimedExpectation>().FirstOrDefault(earlier => SameButTime(earlier, later)) is { } earlier)
            {
                yield return CharterReview.Fault(CharterFaultCodes.Contradiction, later, $"It promises what {earlier.Key} promises, within another time: {ExpectationLimits.OneOf(later)} against {ExpectationLimits.OneOf(earlier)}. Keep one, or give each a scope of its own.");
            }
        }

        foreach (var cadence in expectations.OfType<CadenceExpectation>())
        {
            foreach (var prohibition in expectations.OfType<ProhibitionExpectation>().Where(other => IsTooOften(cadence, other, calendars, asOf)))
            {
                yield return CharterReview.Fault(CharterFaultCodes.Contradiction, cadence, $"It asks for more messages than {prohibition.Key} allows. Let more time pass between them, or allow more.");
            }
        }
    }

    // What a machine may keep soon and what a person keeps later are two promises, not one with two times.
    private static bool SameButTime(TimedExpectation one, TimedExpectation other) =>
        one.GetType() == other.GetType() && one.StartedBy.Equals(other.StartedBy) && one.KeptBy.Equals(other.KeptBy) && Overlap(one.Scope, other.Scope)
        && one.AutomationMayKeep == other.AutomationMayKeep && one.AmongColleagues == other.AmongColleagues && Equals(one.EndedBy, other.EndedBy) && one.WholeRelationship == other.WholeRelationship
        && ExpectationLimits.OneOf(one) is { } limit && ExpectationLimits.OneOf(other) is { } second && limit != second;

    // How far an application came tells no two of them apart: the one that came further came as far as the other.
    private static bool Overlap(ExpectationScope one, ExpectationScope other) =>
        (one.Requisitions.IsEmpty || other.Requisitions.IsEmpty || one.Requisitions.Intersect(other.Requisitions).Any())
        && (one.Pipelines.IsEmpty || other.Pipelines.IsEmpty || one.Pipelines.Intersect(other.Pipelines).Any());

    // As late as may be, one message after the other: how many come within the time that the allowance counts over.
    private static bool IsTooOften(CadenceExpectation cadence, ProhibitionExpectation prohibition, Dictionary<CalendarKey, CompiledCalendar> calendars, Instant asOf)
    {
        if (prohibition is not { Allowance: { } allowance, OnlyWithoutPerson: false, Scope.IsAll: true }
            || !cadence.KeptBy.AnyOf.All(keeping => CharterReview.Covers(prohibition.BrokenBy, keeping))
            || !calendars.TryGetValue(cadence.Calendar, out var calendar))
        {
            return false;
        }

        // From the first message on: as many more as are allowed make one too many, where they come before its time is over.
        var at = asOf;
        for (var sent = 0; sent < allowance.Count; sent++)
        {
            if (!CharterEngine.TryDueAt(cadence.Every, at, calendar, out at) || at - asOf >= allowance.Within)
            {
                return false;
            }
        }

        return true;
    }
}
