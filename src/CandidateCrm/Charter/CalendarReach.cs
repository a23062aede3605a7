using System.Collections.Immutable;
using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Says whether calendars reach as far as what is promised by them.</summary>
internal static class CalendarReach
{
    /// <summary>Returns a calendar of some rules, ready to be asked; null where there is none of the name, or several, or it cannot be made with those beneath it.</summary>
    internal static CompiledCalendar? Find(ImmutableArray<WorkingCalendar> calendars, CalendarKey key) =>
        calendars.Where(calendar => calendar.Key == key).ToArray() is [var own] && CalendarLayers.Of(own, calendars, zones: null, out var layers).IsEmpty && layers is not null
            ? new CompiledCalendar(layers, own.ZoneDataVersion)
            : null;

    /// <summary>Returns the calendars of some rules that can be asked, each made once.</summary>
    internal static Dictionary<CalendarKey, CompiledCalendar> FindAll(ImmutableArray<WorkingCalendar> calendars) =>
        calendars.Select(calendar => Find(calendars, calendar.Key)).OfType<CompiledCalendar>().ToDictionary(calendar => calendar.Definition.Key);

    internal static IEnumerable<CharterFault> FaultsOf(TimedExpectation expectation, Dictionary<CalendarKey, CompiledCalendar> calendars, Instant asOf)
    {
        if (!calendars.TryGetValue(expectation.Calendar, out var calendar))
        {
            yield break;
        }

        foreach (var limit in ExpectationLimits.Of(expectation))
        {
            if (limit.Unit == LimitUnit.FixedInstant && limit.At <= asOf)
            {
                yield return CharterReview.Fault(CharterFaultCodes.LimitOver, expectation, $"It is promised until {limit}, which is over: nothing is promised any more. Give a later instant, or leave it out.");
                break;
            }

            if (!CharterEngine.TryDueAt(limit, asOf, calendar, out var due))
            {
                yield return Ends(expectation, $"What is promised within {limit} now is due", calendar);
                break;
            }

            var promise = CharterEngine.Open(expectation, new PromiseKey(expectation.Key, PromiseKey.WholeRelationship, 1), asOf, due, calendar);
            if (CharterEngine.StepsOf(promise, expectation, calendar).Count < expectation.Levels.Sum(level => Math.Max(1, level.To.Length)))
            {
                yield return Ends(expectation, $"The last level of what is promised within {limit} now comes", calendar);
                break;
            }
        }
    }

    private static CharterFault Ends(TimedExpectation expectation, string what, CompiledCalendar calendar) =>
        CharterReview.Fault(CharterFaultCodes.CalendarEnds, expectation, $"{what} after the calendar {calendar.Definition.Key} ends; give that a later last date.");
}
