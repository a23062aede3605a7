using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>A promise keeps its due time and is judged by the rule that it was opened under, whatever is published afterwards.</summary>
public sealed class PromisesOverTimeProperties
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly Dictionary<WorkingCalendar, CompiledCalendar> Compiled = new(ReferenceEqualityComparer.Instance);

    [Fact]
    public void A_promise_is_due_by_the_rule_and_the_calendar_in_force_when_it_was_opened() =>
        Check(200, (one, replay) => replay.Derived.Where(e => e.Entry is PromiseOpened).All(e =>
        {
            var opened = (PromiseOpened)e.Entry;
            var rules = RulesOracle.InForceAt(one.Entries, e.OccurredAt).Rules;
            var rule = (OnceExpectation)rules.Expectations.Single(r => r.Key == opened.Promise.Expectation);
            return opened.Version == rule.Version && opened.DueAt == CharterEngine.DueAt(rule.Limit, e.OccurredAt, Calendar(rules.Calendars.Single(c => c.Key == rule.Calendar)));
        }));

    [Fact]
    public void An_open_promise_keeps_its_due_time_and_its_version() =>
        Check(200, (_, replay) =>
        {
            var opened = replay.Derived.Select(e => e.Entry).OfType<PromiseOpened>().ToDictionary(p => p.Promise);
            return (replay.Next.Charter?.Promises ?? []).All(p => opened[p.Key].DueAt == p.DueAt && opened[p.Key].Version == p.Version)
                && replay.Derived.Select(e => e.Entry).OfType<PromiseBroken>().All(b => opened[b.Promise].DueAt == b.DueAt);
        });

    [Fact]
    public void A_promise_is_broken_at_its_due_time_or_when_its_suspension_is_lifted() =>
        Check(200, (one, replay) => replay.Derived.Where(e => e.Entry is PromiseBroken).All(e =>
        {
            var broken = (PromiseBroken)e.Entry;
            return e.OccurredAt == FirstJudged(one, broken.Promise.Expectation, broken.DueAt) || IsBack(one, e.OccurredAt);
        }));

    [Fact]
    public void Every_promise_has_one_verdict_in_time() =>
        Check(200, (one, replay) => replay.Derived.Select(e => e.Entry).OfType<PromiseOpened>().All(opened =>
        {
            var verdicts = replay.Derived.Where(e => PromiseOf(e.Entry) == opened.Promise && e.Entry is PromiseKept or PromiseBroken or PromiseVoided { WasBroken: false } && PromiseOf(e.Entry) == opened.Promise).ToArray();
            var ends = verdicts is [var only] ? only.OccurredAt : Instant.MaxValue;
            return verdicts.Length <= 1
                && (verdicts is not [{ Entry: PromiseKept } kept] || kept.OccurredAt <= opened.DueAt)
                && (verdicts.Length == 1 || OverlayGate.Rests(replay.Next.Candidate?.Holds) || FirstJudged(one, opened.Promise.Expectation, opened.DueAt!.Value) > FoldCase.End || opened.DueAt > FoldCase.End)
                && ends >= Histories.Start;
        }));

    [Fact]
    public void What_keeps_a_promise_is_asked_of_the_version_it_was_opened_under() =>
        Check(200, (one, replay) => replay.Derived.Where(e => e.Entry is PromiseKept or PromiseFulfilledLate).All(e =>
        {
            var cause = one.Events.Single(c => c.Id == e.Cause);
            return RuleOf(one, replay, PromiseOf(e.Entry)!.Value).KeptBy is var kept && (kept.Matches(cause.Entry) || (cause.Entry is RequisitionClosed && kept.Matches(Ended)));
        }));

    [Fact]
    public void What_keeps_a_promise_by_its_own_version_never_passes_it_by() =>
        Check(200, (one, replay) => replay.Derived.Where(e => e.Entry is PromiseOpened).All(e =>
        {
            var promise = ((PromiseOpened)e.Entry).Promise;
            var rule = RuleOf(one, replay, promise);
            var opening = one.Events.Single(c => c.Id == e.Cause).Place;
            var end = replay.Derived.FirstOrDefault(d => PromiseOf(d.Entry) == promise && d.Entry is PromiseKept or PromiseFulfilledLate or PromiseVoided && PromiseOf(d.Entry) == promise);
            var verdict = end is null ? TimelinePlace.Alarm(FoldCase.End)
                : end.Cause.IsAssigned ? one.Events.Single(c => c.Id == end.Cause).Place
                : new TimelinePlace(Microseconds.ToMicros(end.OccurredAt), TimelinePlace.BoundaryRank);
            return WasAway(one) || !RulesOracle.Told(one.Events).Any(c => c.Place > opening && c.Place < verdict && Judges(one, promise.Expectation, c.OccurredAt) && !HasTwoNames(replay, one, c) && Keeps(rule, promise, c));
        }));

    // Promises of somebody who goes on under another id wait; once they are back, what is overdue by then is broken at once.
    private static bool IsBack(FoldCase one, Instant at) => one.Events.Any(e => e.Entry is CandidateUnmerged && e.OccurredAt == at);

    private static bool WasAway(FoldCase one) => one.Events.Any(e => e.Entry is CandidateMerged);

    // A closed requisition ends applications as much as their own endings do.
    private static ApplicationEnded Ended { get; } = new() { Application = JobApplicationId.From("any"), Disposition = Disposition.PositionClosed };

    // A repetition keeps nothing, so only facts that never are one.
    private static bool Keeps(OnceExpectation rule, PromiseKey promise, TimelineEvent one) =>
        one.Entry is TouchpointRecorded or StageEntered or OfferMade
        && (promise.Subject == PromiseKey.WholeRelationship || promise.Subject == SubjectOf(one.Entry))
        && (rule.AutomationMayKeep || !AutomationRule.IsAutomatic(one.Entry, one))
        && rule.KeptBy.Matches(one.Entry);

    /// <summary>Says whether an application was called by two ids at some time: then whom a fact is about depends on when.</summary>
    private static bool HasTwoNames(Decision replay, FoldCase one, TimelineEvent told) =>
        SubjectOf(told.Entry) is { } subject
        && (replay.Next.Applications?.All.Any(a => a.Aliases.Any(alias => alias.Value == subject)) == true || one.Events.Any(e => e.Entry is ApplicationsMerged merged && merged.Duplicate.Value == subject)
            || replay.Derived.Any(e => e.Entry is FindingNoted { Code: FindingCodes.ApplicationDoubleSubmitted } finding && finding.Subject.StartsWith($"{subject}:", StringComparison.Ordinal)));

    private static string? SubjectOf(ITimelineEntry entry) => entry switch
    {
        IApplicationFact fact => fact.Application.Value,
        TouchpointRecorded { Application.IsAssigned: true } touch => touch.Application.Value,
        _ => null,
    };

    private static OnceExpectation RuleOf(FoldCase one, Decision replay, PromiseKey promise)
    {
        var version = replay.Derived.Select(e => e.Entry).OfType<PromiseOpened>().Single(p => p.Promise == promise).Version;
        return one.Entries.SelectMany(e => e.Rules.Expectations).OfType<OnceExpectation>().First(r => r.Key == promise.Expectation && r.Version == version);
    }

    private static Instant FirstJudged(FoldCase one, ExpectationKey rule, Instant due) =>
        Judges(one, rule, due)
            ? due
            : one.Entries.Where(e => e.EffectiveFrom > due && RulesOracle.InForceAt(one.Entries, e.EffectiveFrom) == e && Judges(one, rule, e.EffectiveFrom))
                .Select(e => e.EffectiveFrom).DefaultIfEmpty(Instant.MaxValue).Min();

    private static bool Judges(FoldCase one, ExpectationKey rule, Instant at) =>
        RulesOracle.InForceAt(one.Entries, at) is var entry && !entry.IsSuspended(new DefinitionName(DefinitionKind.Expectation, rule.Value))
        && !RulesOracle.IsOff(entry, FeatureCode.Charter);

    private static PromiseKey? PromiseOf(ITimelineEntry entry) => entry switch
    {
        PromiseOpened p => p.Promise,
        PromiseKept p => p.Promise,
        PromiseBroken p => p.Promise,
        PromiseFulfilledLate p => p.Promise,
        PromiseVoided p => p.Promise,
        _ => null,
    };

    private static CompiledCalendar Calendar(WorkingCalendar calendar) =>
        Compiled.TryGetValue(calendar, out var known) ? known : Compiled[calendar] = calendar.Compile();

    private static void Check(int times, Func<FoldCase, Decision, bool> holds) =>
        Prop.ForAll(FoldCase.WithRetractions, one => holds(one, Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End)))
            .Check(Tries.Of(times));
}
