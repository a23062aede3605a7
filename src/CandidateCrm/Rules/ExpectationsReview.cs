using System.Collections.Immutable;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules;

/// <summary>Says what is wrong with expectations.</summary>
internal static class ExpectationsReview
{
    internal static IEnumerable<RulesFault> FaultsOf(CrmRules rules) =>
        rules.Expectations.SelectMany(expectation => FaultsOf(expectation, rules)).Concat(RulesReview.Twice("expectation", rules.Expectations.Select(e => e.Key.ToString())));

    /// <summary>Returns the patterns that an expectation reads facts with.</summary>
    internal static IEnumerable<FactPattern> PatternsOf(Expectation expectation)
    {
        IEnumerable<FactPattern?> own = expectation switch
        {
            CompletionExpectation completion => [completion.KeptBy, completion.UndoneBy],
            TimedExpectation timed => [timed.KeptBy],
            ProhibitionExpectation prohibition => [prohibition.BrokenBy],
            _ => [],
        };
        var pauses = expectation is TimedExpectation { Pauses: var rules } ? rules.SelectMany<PauseRule, FactPattern?>(rule => [rule.PausedBy, rule.ResumedBy]) : [];
        return own.Prepend(expectation.StartedBy).Append(expectation.EndedBy).Concat(pauses).OfType<FactPattern>();
    }

    private static IEnumerable<RulesFault> FaultsOf(Expectation expectation, CrmRules rules)
    {
        var where = $"expectation {expectation.Key}";
        if (!expectation.Key.IsAssigned)
        {
            yield return RulesReview.Unnamed(where);
        }

        foreach (var match in PatternsOf(expectation).SelectMany(pattern => pattern.AnyOf).Where(match => !FactNames.Contains(match.Type)))
        {
            yield return RulesReview.Fault(RulesFaultCodes.FactUnknown, where, $"No fact is called {match.Type}. Known are {RulesReview.List(FactNames.All)}.");
        }

        if (expectation.WholeRelationship && (!expectation.Scope.IsAll || expectation is SilenceExpectation))
        {
            yield return RulesReview.Fault(RulesFaultCodes.ScopeUnclear, where, "What is about the whole relationship is for no application in particular: it has no scope and no limits by stage.");
        }

        foreach (var fault in TimedFaults(expectation as TimedExpectation, rules, where).Concat(PatternFaults(expectation, where)).Concat(KindFaults(expectation, where)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<RulesFault> TimedFaults(TimedExpectation? expectation, CrmRules rules, string where)
    {
        if (expectation is null)
        {
            yield break;
        }

        foreach (var unknown in expectation.Levels.Select(level => level.NoticeHours).Where(hours => hours.IsAssigned).Prepend(expectation.Calendar).Distinct().Where(key => rules.Calendars.All(c => c.Key != key)))
        {
            yield return RulesReview.Fault(RulesFaultCodes.CalendarUnknown, where, $"There is no calendar {unknown}. Known are {RulesReview.List(rules.Calendars.Select(c => c.Key.Value))}.");
        }

        foreach (var fault in LevelsReview.FaultsOf(expectation, CalendarOf(expectation, rules), where).Concat(PauseFaults(expectation, where)))
        {
            yield return fault;
        }
    }

    // Where no level asks, nothing is compiled.
    private static CompiledCalendar? CalendarOf(TimedExpectation expectation, CrmRules rules) =>
        expectation.Levels.IsEmpty ? null : CalendarReach.Find(rules.Calendars, expectation.Calendar);

    private static IEnumerable<RulesFault> PatternFaults(Expectation expectation, string where)
    {
        var opposite = expectation switch
        {
            CadenceExpectation or SilenceExpectation or ProhibitionExpectation { Allowance: not null } => null,
            TimedExpectation timed => timed.KeptBy,
            ProhibitionExpectation prohibition => prohibition.BrokenBy,
            _ => null,
        };
        if (Meet(expectation.StartedBy, opposite))
        {
            yield return RulesReview.Fault(RulesFaultCodes.KeepsItself, where, expectation is ProhibitionExpectation
                ? "A fact that opens a prohibition cannot break it as well."
                : "A fact that opens a promise cannot keep it as well.");
        }

        if (Meet(expectation.StartedBy, expectation.EndedBy))
        {
            yield return RulesReview.Fault(RulesFaultCodes.KeepsItself, where, "A fact that opens a promise cannot end it as well.");
        }

        if (expectation is CompletionExpectation completion && Meet(completion.UndoneBy, completion.KeptBy))
        {
            yield return RulesReview.Fault(RulesFaultCodes.KeepsItself, where, "A fact that finishes something cannot undo it as well.");
        }
    }

    private static IEnumerable<RulesFault> PauseFaults(TimedExpectation expectation, string where)
    {
        if (expectation.Pauses.Length > TimedExpectation.MostPauses)
        {
            yield return RulesReview.Fault(RulesFaultCodes.CountInvalid, $"{where}, pauses", FormattableString.Invariant($"An expectation has at most {TimedExpectation.MostPauses} reasons to pause."));
        }

        foreach (var pause in expectation.Pauses)
        {
            var at = $"{where}, pause {pause.Reason}";
            if (!pause.Reason.IsAssigned)
            {
                yield return RulesReview.Unnamed(at);
            }

            if (Meet(pause.PausedBy, pause.ResumedBy))
            {
                yield return RulesReview.Fault(RulesFaultCodes.PauseUnclear, at, "A fact that begins a pause cannot end it as well.");
            }

            if (Meet(pause.PausedBy, expectation.KeptBy))
            {
                yield return RulesReview.Fault(RulesFaultCodes.PauseUnclear, at, "A fact that keeps a promise cannot pause it as well.");
            }
        }

        foreach (var fault in RulesReview.Twice($"{where}, pause", expectation.Pauses.Select(pause => pause.Reason.ToString())))
        {
            yield return fault;
        }
    }

    private static IEnumerable<RulesFault> KindFaults(Expectation expectation, string where) => expectation switch
    {
        SilenceExpectation silence => LimitFaults(silence.Limits, where).Concat(FixedFaults(silence, where)),
        AnswerExpectation or CadenceExpectation => FixedFaults((TimedExpectation)expectation, where),
        AppointmentExpectation appointment => appointment.StartedBy.AnyOf.Where(match => !SaysAnInstant(match, appointment)).Select(match => RulesReview.Fault(
            RulesFaultCodes.InstantMissing, where, $"{match.Type} says no instant. An appointment is opened by {EntryTypes.NameOf(typeof(ContactPromised))}, or by {EntryTypes.NameOf(typeof(CustomFact))} with an attribute that is named.")),
        _ => [],
    };

    private static IEnumerable<RulesFault> FixedFaults(TimedExpectation expectation, string where) => ExpectationLimits.Of(expectation)
        .Where(limit => limit.Unit == LimitUnit.FixedInstant).Take(1)
        .Select(limit => RulesReview.Fault(RulesFaultCodes.LimitFixed, where, $"It begins again and again, but is due by {limit}. Allow working time or business days, or promise it once."));

    private static bool SaysAnInstant(FactMatch match, AppointmentExpectation appointment) =>
        string.Equals(match.Type, EntryTypes.NameOf(typeof(ContactPromised)), StringComparison.Ordinal)
        || (appointment.Attribute.IsAssigned && string.Equals(match.Type, EntryTypes.NameOf(typeof(CustomFact)), StringComparison.Ordinal));

    private static IEnumerable<RulesFault> LimitFaults(ImmutableArray<StageLimit> limits, string where)
    {
        if (limits.Length is 0 or > SilenceExpectation.MostLimits)
        {
            yield return RulesReview.Fault(RulesFaultCodes.CountInvalid, $"{where}, limits", FormattableString.Invariant($"A silence has 1 to {SilenceExpectation.MostLimits} limits."));
        }

        for (var i = 1; i < limits.Length; i++)
        {
            var own = limits[i];
            if (limits.Take(i).Any(earlier => (!earlier.Stage.IsAssigned || earlier.Stage == own.Stage) && (earlier.Category is null || earlier.Category == own.Category)))
            {
                yield return RulesReview.Fault(RulesFaultCodes.LimitUnreachable, FormattableString.Invariant($"{where}, limit {i + 1}"), "An earlier limit means all its stages; put this one before it, or leave it out.");
            }
        }
    }

    private static bool Meet(FactPattern? one, FactPattern? other) => one is not null && other is not null && one.AnyOf.Any(match => other.AnyOf.Contains(match));
}
