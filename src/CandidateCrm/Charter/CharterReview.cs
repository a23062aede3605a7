using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>
/// Checks a charter as a whole: what keeps its expectations from being published, and besides what would make them untrue, unheard or impossible. Every fault at once,
/// each with its code. Pure.
/// </summary>
public static class CharterReview
{
    // What an application begins with comes before everything else about it.
    private static readonly ImmutableArray<string> Beginnings =
    [
        EntryTypes.NameOf(typeof(ApplicationDrafted)), EntryTypes.NameOf(typeof(ProspectAdded)), EntryTypes.NameOf(typeof(ProspectConverted)), EntryTypes.NameOf(typeof(ApplicationSubmitted)),
    ];

    /// <summary>Returns every fault of the expectations of some rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="asOf">As of when: what is promised then must be due within its calendar.</param>
    public static ImmutableArray<CharterFault> FaultsOf(CrmRules rules, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var published = RulesReview.FaultsOf(rules);
        var calendars = CalendarReach.FindAll(rules.Calendars);
        var languages = rules.Expectations.SelectMany(expectation => expectation.Text.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        return
        [
            .. published.Where(fault => fault.Where.StartsWith("expectation ", StringComparison.Ordinal)).Select(fault => new CharterFault { Code = fault.Code, Where = fault.Where, Sentence = fault.Sentence }),
            .. rules.Expectations.SelectMany(expectation => TextReview.FaultsOf(expectation, languages)),
            .. rules.Expectations.OfType<TimedExpectation>().SelectMany(expectation => CalendarReach.FaultsOf(expectation, calendars, asOf)),
            .. rules.Expectations.SelectMany(expectation => ScopeFaults(expectation, rules)),
            .. rules.Expectations.OfType<TimedExpectation>().SelectMany(expectation => KeepingFaults(expectation, rules)),
            .. CharterContradictions.FaultsOf(rules.Expectations, calendars, asOf),
        ];
    }

    internal static CharterFault Fault(string code, Expectation expectation, string sentence) => new() { Code = code, Where = $"expectation {expectation.Key}", Sentence = sentence };

    private static IEnumerable<CharterFault> ScopeFaults(Expectation expectation, CrmRules rules)
    {
        foreach (var pipeline in expectation.Scope.Pipelines.Where(key => rules.Pipelines.All(known => known.Key != key)))
        {
            yield return Fault(CharterFaultCodes.ScopeUnknown, expectation, $"It is for the pipeline {pipeline}, which the rules do not have.");
        }

        var stages = rules.Pipelines.SelectMany(pipeline => pipeline.Stages.Concat(pipeline.Overrides.SelectMany(own => own.Stages))).Select(stage => stage.Key).ToHashSet();
        var limited = expectation is SilenceExpectation silence ? silence.Limits : [];
        foreach (var limit in limited.Where(limit => limit.Stage.IsAssigned && stages.Count > 0 && !stages.Contains(limit.Stage)))
        {
            yield return Fault(CharterFaultCodes.ScopeUnknown, expectation, $"It has a limit for the stage {limit.Stage}, which no pipeline has.");
        }

        if (expectation.Scope.Reached > StageCategory.Applied && expectation.StartedBy.AnyOf.All(match => Beginnings.Contains(match.Type)))
        {
            yield return Fault(CharterFaultCodes.NeverOpened, expectation, $"An application that begins has not come as far as {expectation.Scope.Reached}, so that this is never promised; open it by a later fact.");
        }
    }

    private static IEnumerable<CharterFault> KeepingFaults(TimedExpectation expectation, CrmRules rules)
    {
        if (expectation.KeptBy.AnyOf.All(match => Beginnings.Contains(match.Type)) && expectation.StartedBy.AnyOf.All(match => IsAboutOne(match.Type) && !Beginnings.Contains(match.Type)))
        {
            yield return Fault(CharterFaultCodes.NeverKept, expectation, "Only what an application begins with would keep it, and that comes before what opens it.");
        }

        if (!expectation.WholeRelationship && expectation.StartedBy.AnyOf.All(match => IsAboutOne(match.Type)) && expectation.KeptBy.AnyOf.All(match => !MayNameOne(match.Type)))
        {
            yield return Fault(CharterFaultCodes.NeverKept, expectation, "It is promised for an application, but what would keep it never names one. Promise it for the whole relationship, or have it kept by a fact about an application.");
        }

        var forbidding = rules.Expectations.OfType<ProhibitionExpectation>().FirstOrDefault(other => RulesOut(other, expectation));
        if (forbidding is not null)
        {
            yield return Fault(CharterFaultCodes.NeverKept, expectation, $"Everything that would keep it is ruled out from the same moment on by {forbidding.Key}.");
        }
    }

    private static bool IsAboutOne(string fact) => EntryTypes.All.Any(type => string.Equals(type.Name, fact, StringComparison.Ordinal) && typeof(IApplicationFact).IsAssignableFrom(type.Type));

    private static bool MayNameOne(string fact) => IsAboutOne(fact) || CharterReaction.NamingAtWill.Contains(fact);

    // Only what holds for every application and every actor from the same facts on surely rules the promise out.
    private static bool RulesOut(ProhibitionExpectation prohibition, TimedExpectation expectation) =>
        prohibition is { Allowance: null, OnlyWithoutPerson: false, Scope.IsAll: true }
        && expectation.StartedBy.AnyOf.All(start => Covers(prohibition.StartedBy, start))
        && expectation.KeptBy.AnyOf.All(keeping => Covers(prohibition.BrokenBy, keeping));

    internal static bool Covers(FactPattern pattern, FactMatch match) => pattern.AnyOf.Any(wide =>
        string.Equals(wide.Type, match.Type, StringComparison.Ordinal)
        && (!wide.Kind.IsAssigned || wide.Kind == match.Kind)
        && (wide.Direction is null || wide.Direction == match.Direction)
        && (!wide.Code.IsAssigned || wide.Code == match.Code)
        && (wide.Disposition is null || wide.Disposition == match.Disposition));
}
