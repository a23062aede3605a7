using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Says what is wrong with the levels of an expectation.</summary>
internal static class LevelsReview
{
    private static readonly LocalDate FirstSample = new(2026, 1, 1);

    internal static IEnumerable<RulesFault> FaultsOf(TimedExpectation expectation, CompiledCalendar? calendar, string where)
    {
        if (expectation.Levels.Length > TimedExpectation.MostLevels)
        {
            yield return RulesReview.Fault(RulesFaultCodes.CountInvalid, $"{where}, levels", FormattableString.Invariant($"An expectation has at most {TimedExpectation.MostLevels} levels."));
        }

        var longest = new Lazy<Duration?>(() => LongestOf(expectation, calendar));
        foreach (var level in expectation.Levels)
        {
            foreach (var fault in FaultsOf(level, longest, $"{where}, level {level.Key}"))
            {
                yield return fault;
            }
        }

        foreach (var fault in RulesReview.Twice($"{where}, level", expectation.Levels.Select(level => level.Key.ToString())))
        {
            yield return fault;
        }
    }

    private static IEnumerable<RulesFault> FaultsOf(PromiseLevel level, Lazy<Duration?> longest, string where)
    {
        if (!level.Key.IsAssigned)
        {
            yield return RulesReview.Unnamed(where);
        }
        else if (level.Key.Value.Length > PromiseLevel.LongestKey)
        {
            yield return RulesReview.Fault(RulesFaultCodes.CodeInvalid, where, FormattableString.Invariant($"The key of a level has at most {PromiseLevel.LongestKey} characters."));
        }

        if (level.Kind == LevelKind.Warning && !level.At.IsBeforeDue)
        {
            yield return RulesReview.Fault(RulesFaultCodes.LevelUnreachable, where, $"A warning lies before the due time, but this one is at {level.At}. Let it come earlier, or make it an escalation.");
        }

        if (level is { Kind: LevelKind.Warning, At.IsBeforeDue: true, Every: { } every } && BeforeDueOf(level.At, longest) is { } ahead && every * (level.To.Length - 1) >= ahead)
        {
            yield return RulesReview.Fault(RulesFaultCodes.LevelUnreachable, where, "A warning lies before the due time, but the last of its roles is told at it or later. Begin earlier, let less time pass, or make it an escalation.");
        }

        if (level.At is { Share: null, IsBeforeDue: true } && longest.Value is { } most && -level.At.Offset >= most)
        {
            yield return RulesReview.Fault(RulesFaultCodes.LevelUnreachable, where, $"It lies {level.At}, but no promise has more working time than that: it would come at the opening or before. Let it come later.");
        }

        foreach (var fault in RoleFaults(level, where))
        {
            yield return fault;
        }
    }

    private static IEnumerable<RulesFault> RoleFaults(PromiseLevel level, string where)
    {
        if (level.To.Distinct().Count() != level.To.Length)
        {
            yield return RulesReview.Fault(RulesFaultCodes.EscalationCircular, where, "An escalation goes on to somebody else each time, but this one comes back to a role that was told already.");
        }

        if (level.To.Any(role => !role.IsAssigned))
        {
            yield return RulesReview.Unnamed($"{where}, role");
        }

        if (level.To.Length > PromiseLevel.MostRoles)
        {
            yield return RulesReview.Fault(RulesFaultCodes.EscalationCircular, where, FormattableString.Invariant($"A level tells at most {PromiseLevel.MostRoles} roles."));
        }

        if ((level.To.Length > 1) != (level.Every is not null))
        {
            yield return RulesReview.Fault(RulesFaultCodes.EscalationCircular, where, level.Every is null
                ? "It goes on from one role to the next, but says no time between them: set Every."
                : "It says a time from one role to the next, but tells no more than one: leave Every out, or name more roles.");
        }
    }

    private static Duration? BeforeDueOf(LevelTime at, Lazy<Duration?> longest) => at.Share is { } share ? longest.Value * (double)(1 - share) : -at.Offset;

    /// <summary>Returns the longest working time that a promise can have; null where that depends on the facts, or the calendar is not known.</summary>
    private static Duration? LongestOf(TimedExpectation expectation, CompiledCalendar? calendar)
    {
        var longest = ExpectationLimits.Of(expectation).Select(limit => limit.Unit == LimitUnit.WorkingTime ? limit.Time : calendar is null || limit.Unit == LimitUnit.FixedInstant ? null : LongestOf(limit, calendar)).ToArray();
        return longest.Length == 0 || longest.Contains(null) ? null : longest.Max();
    }

    // Business days have no fixed length: the longest of a year is taken, counted from the opening of each date.
    private static Duration? LongestOf(Limit limit, CompiledCalendar calendar)
    {
        Duration? longest = null;
        var first = calendar.Definition.FirstDate is { } begins && begins > FirstSample ? begins : FirstSample;
        for (var day = 0; day < 366; day++)
        {
            var start = first.PlusDays(day).AtStartOfDayInZone(calendar.Definition.Zone).ToInstant();
            if (CharterEngine.TryDueAt(limit, start, calendar, out var due) && calendar.Elapsed(start, due) is var open && (longest is null || open > longest))
            {
                longest = open;
            }
        }

        return longest;
    }
}
