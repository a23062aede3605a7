using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Insights;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

/// <summary>Two applications with any history each, merged at any time, and told on.</summary>
public sealed class MergeProperties
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly JobApplicationId One = JobApplicationId.From("app-1");
    private static readonly JobApplicationId Two = JobApplicationId.From("app-2");
    private static readonly ActivationLog Rules = ActivationLog.Always(TestRules.Everything with
    {
        Pipelines =
        [
            TestRules.Everything.Pipelines[0] with { SameApplicationWithin = Duration.Zero },
            new PipelineDefinition
            {
                Key = PipelineKey.From("short"),
                Stages = [Stage("talk", StageCategory.Interview), Stage("screening", StageCategory.Screen), Stage("deal", StageCategory.Offer)],
            },
        ],
    });

    private static Arbitrary<TimelineEvent[]> TwoLives { get; } = Arb.From(
        from count in Gen.Choose(1, 14)
        from facts in Gen.ArrayOf(Histories.Moment.SelectMany(_ => Fact, (at, fact) => (at, fact)), count)
        from haste in Gen.Elements(1, 4, 12)
        select facts.Select((each, i) => Histories.Event($"e{i}", Hurried(each.at, haste), each.fact)).ToArray(),
        events => events.Length <= 1 ? [] : Enumerable.Range(0, events.Length).Select(i => events.Where((_, j) => j != i).ToArray()));

    private static Gen<IFact> Fact =>
        from id in Gen.Elements(One, Two)
        from fact in Gen.Frequency(
            (10, Gen.Elements<IFact>(
                new ApplicationSubmitted { Application = id, Requisition = RequisitionId.From("req-1") },
                new ApplicationSubmitted { Application = id, Pipeline = PipelineKey.From("short") },
                new ApplicationDrafted { Application = id },
                new ApplicationDrafted { Application = id, Requisition = RequisitionId.From("req-1") },
                new ApplicationDrafted { Application = id, Requisition = RequisitionId.From("req-2") },
                new ProspectAdded { Application = id, Requisition = RequisitionId.From("req-2") },
                new ApplicationReopened { Application = id },
                new ApplicationRemoved { Application = id },
                new ApplicationAbandoned { Application = id },
                new ApplicationRemoved { Application = id },
                new ApplicationAbandoned { Application = id },
                new CandidateHired { Application = id, StartsOn = new LocalDate(2026, 3, 30) },
                new ApplicationTransferred { Application = id, Requisition = RequisitionId.From("req-3"), Pipeline = PipelineKey.From("short") })),
            (4, Gen.Elements("screening", "interview", "final", "talk", "deal", "somewhere").SelectMany(
                _ => Gen.Elements(StageCategory.Other, StageCategory.Other, StageCategory.Check),
                IFact (stage, category) => new StageEntered { Application = id, Stage = StageKey.From(stage), Category = category })),
            (3, Gen.Elements(Disposition.Rejected, Disposition.Withdrew, Disposition.Duplicate).SelectMany(
                _ => Gen.Elements("", "salary", "skills"),
                IFact (disposition, reason) => new ApplicationEnded { Application = id, Disposition = disposition, Reason = reason.Length == 0 ? default : ReasonCode.From(reason) })),
            (3, Histories.Arrangement.Where(fact => ((IApplicationFact)fact).Application != JobApplicationId.From("app-3"))))
        select fact;

    [Fact]
    public void Whichever_id_stays_status_furthest_stage_and_ending_are_the_same() =>
        Check(events =>
        {
            var (one, other) = (Joined(events, One, Two), Joined(events, Two, One));
            return (one.Status, one.Furthest, one.FurthestCategory, one.Ending) == (other.Status, other.Furthest, other.FurthestCategory, other.Ending)
                && (one.SubmittedAt, one.RefusedAt, one.WasInterviewed) == (other.SubmittedAt, other.RefusedAt, other.WasInterviewed);
        });

    [Fact]
    public void A_merge_takes_nothing_away_from_what_either_came_to() =>
        Check(events =>
        {
            var all = Replay(events).Applications?.All ?? [];
            var joined = Joined(events, One, Two);
            return (!all.Any(state => state.IsLive) || joined.IsLive || joined.Ending?.Disposition == Disposition.Hired)
                && all.All(state => state.Ending?.Disposition != Disposition.Hired || joined.Ending?.Disposition == Disposition.Hired)
                && all.All(state => !state.Furthest.IsAssigned || joined.Furthest.IsAssigned)
                && all.All(state => ApplicationClocks.HighestNumber(state) <= ApplicationClocks.HighestNumber(joined))
                && all.All(state => state.Ending is null || joined.Ending is null || state.Ending.Disposition is Disposition.Duplicate || state.Ending.At <= joined.Ending.At || joined.Ending.Disposition == Disposition.Hired);
        });

    [Fact]
    public void In_any_order_of_arrival_a_merge_makes_one_state_and_uses_no_name_twice() =>
        Prop.ForAll(TwoLives, Arb.From(Histories.Moment), Arb.From(Gen.Elements(true, false)), (events, at, isReversed) =>
        {
            var merge = Histories.Event("merge", at, new ApplicationsMerged { Application = isReversed ? Two : One, Duplicate = isReversed ? One : Two });
            TimelineEvent[] told = [.. events, merge];
            var decision = Engine.Replay(Histories.Anna, told, Rules, Histories.Start + Duration.FromDays(80));
            var live = told.Reverse().Aggregate(Relationship.Empty(Histories.Anna), (state, next) => Arrive(state, told, next));
            var keys = decision.Effects.Select(effect => effect.Key).ToArray();
            return keys.Distinct().Count() == keys.Length && decision.Next.Faults.IsEmpty
                && StateText.Of(Engine.Advance(live, Histories.Start + Duration.FromDays(80), Rules).Next) == StateText.Of(decision.Next);
        }).Check(Tries.Of(600));

    [Fact]
    public void Figures_say_what_the_state_says() =>
        Prop.ForAll(TwoLives, Arb.From(Histories.Moment), (events, at) =>
        {
            TimelineEvent[] told = [.. events, Histories.Event("merge", at, new ApplicationsMerged { Application = One, Duplicate = Two })];
            var states = (Engine.Replay(Histories.Anna, told, Rules).Next.Applications?.All ?? [])
                .Where(state => state.IsLive || state.Ending is { From: ApplicationStatus.Live } or { Disposition: Disposition.Hired })
                .Select(state => (state.Application, state.Requisition.IsAssigned ? state.Requisition : (RequisitionId?)null, state.Ending is { } ending ? PathOutcome.Ended(PathSteps.KindOf(ending.Disposition), ending.At) : PathOutcome.Open));
            return states.SequenceEqual(PathReader.Read(Histories.Anna, told, Rules).Select(path => (path.Application, path.Requisition, path.Outcome)));
        }).Check(Tries.Of(600));

    [Fact]
    public void The_histories_reach_every_pair_of_statuses()
    {
        var pairs = TwoLives.Generator.Sample(24_000, new Rnd(5), 30).Select(Replay)
            .Where(state => state.Applications?.All.Length == 2)
            .Select(state => (state.Applications!.Find(One)!.Status, state.Applications.Find(Two)!.Status)).ToHashSet();

        var all = from one in Enum.GetValues<ApplicationStatus>() from other in Enum.GetValues<ApplicationStatus>() select (one, other);
        Assert.Empty(all.Except(pairs));
    }

    /// <summary>Some histories are over before a draft is abandoned by its silence.</summary>
    private static Instant Hurried(Instant at, int haste) => Histories.Start + Duration.FromHours(Math.Floor((at - Histories.Start).TotalHours / haste));

    private static Relationship Arrive(Relationship state, TimelineEvent[] told, TimelineEvent next)
    {
        var applied = Engine.Apply(state, next, Rules);
        return applied.Status == DecisionStatus.NeedsTimeline ? Engine.Replay(state.Key, told.SkipWhile(one => one.Id != next.Id), Rules).Next : applied.Next;
    }

    private static ApplicationState Joined(TimelineEvent[] events, JobApplicationId stays, JobApplicationId gone) =>
        Replay([.. events, Histories.Event("merge", Histories.Start + Duration.FromDays(60), new ApplicationsMerged { Application = stays, Duplicate = gone })]).Applications!.Find(stays)!;

    private static Relationship Replay(TimelineEvent[] events) => Engine.Replay(Histories.Anna, events, Rules).Next;

    private static Stage Stage(string key, StageCategory category) => new() { Key = StageKey.From(key), Name = key, Category = category };

    private static void Check(Func<TimelineEvent[], bool> holds) => Prop.ForAll(TwoLives, holds).Check(Tries.Of(1_500));
}
