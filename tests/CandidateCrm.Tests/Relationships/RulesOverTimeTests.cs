using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Relationships;

/// <summary>What a change of rules does to one candidate, on real days of March 2026 in Berlin (the 2nd is a Monday; UTC is an hour behind until the 29th).</summary>
public sealed class RulesOverTimeTests
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly EffectKey AcknowledgeTask = new("acknowledge-application", "app-1", 1, "task");

    [Fact]
    public void A_scheduled_version_that_was_withdrawn_never_comes_into_force()
    {
        var log = ActivationLog.Of([Entry(1, "2026-03-02T00:00:00Z", Everything), Entry(2, "2026-03-16T00:00:00Z", Strict), Entry(3, "2026-03-13T00:00:00Z", Everything)]);
        var opened = Opened(Replay(log, "2026-03-17T12:00:00Z", Submitted("2026-03-17T08:00:00Z")), "acknowledge-application");

        Assert.Equal([1L, 3L], log.InForce.Select(e => e.Position));
        Assert.Equal((1, At("2026-03-17T13:00:00Z")), (opened.Version, opened.DueAt)); // four working hours from nine with an hour's break: 14:00 in Berlin
    }

    [Fact]
    public void A_change_of_rules_counts_for_events_at_its_very_instant()
    {
        var log = ActivationLog.Of([Entry(1, "2026-03-02T00:00:00Z", Everything), Entry(2, "2026-03-16T08:00:00Z", Strict)]);

        Assert.Equal(2, Opened(Replay(log, "2026-03-16T09:00:00Z", Submitted("2026-03-16T08:00:00Z")), "acknowledge-application").Version);
        Assert.Equal(1, Opened(Replay(log, "2026-03-16T09:00:00Z", Submitted("2026-03-16T07:59:59Z")), "acknowledge-application").Version);
    }

    [Fact]
    public void An_open_promise_keeps_its_due_time_and_is_judged_by_its_own_version()
    {
        var log = ActivationLog.Of([Entry(1, "2026-03-02T00:00:00Z", Everything), Entry(2, "2026-03-09T00:00:00Z", Everything with { Expectations = [RuleVariations.OtherAnswer] })]);
        var asked = Touch("r", "2026-03-06T09:00:00Z", TouchKinds.EmailReplied, Direction.Inbound);
        var moved = Event("m", "2026-03-09T09:00:00Z", new StageEntered { Application = App, Stage = StageKey.From("screening") });
        var replay = Replay(log, "2026-03-10T00:00:00Z", asked, moved);

        // Version 2 would be kept by the move and due on Tuesday; this one is version 1 and was due on Monday evening.
        var broken = Assert.Single(replay.Derived, e => e.Entry is PromiseBroken);
        Assert.Equal(At("2026-03-09T17:00:00Z"), broken.OccurredAt);
        Assert.Equal(1, Assert.Single(replay.Next.Charter!.Promises).Version);
    }

    [Fact]
    public void A_new_version_of_a_scoring_model_changes_the_band_on_the_day_it_comes_into_force()
    {
        var log = ActivationLog.Of([Entry(1, "2026-03-02T00:00:00Z", Everything), Entry(2, "2026-03-08T23:00:00Z", Everything with { Scores = [Generous] })]);
        var told = new[] { Touch("a", "2026-03-06T09:00:00Z", TouchKinds.EmailReplied, Direction.Inbound) };
        var live = Engine.Apply(Relationship.Empty(Histories.Anna), told[0], log).Next;

        // The new sums cannot be had from the old ones: the timeline is asked for.
        Assert.Equal(DecisionStatus.Applied, Engine.Advance(live, At("2026-03-08T22:59:59Z"), log).Status);
        Assert.Equal(DecisionStatus.NeedsTimeline, Engine.Advance(live, At("2026-03-08T23:00:00Z"), log).Status);

        var replay = Engine.Replay(Histories.Anna, told, log, At("2026-03-08T23:00:00Z"));
        var byRules = Assert.Single(replay.Derived, e => e.Entry is BandChanged { ByRules: true });
        var change = (BandChanged)byRules.Entry;
        Assert.Equal((At("2026-03-08T23:00:00Z"), "cold", "hot", false), (byRules.OccurredAt, change.From.Value, change.To.Value, change.ByDecay));
        Assert.Equal($"~~#{Microseconds.ToMicros(byRules.OccurredAt)}.1", byRules.Id.Value);
        Assert.Equal(replay.Derived.Count(e => e.Entry is BandChanged), change.Ordinal);
        Assert.Contains(replay.Effects, e => e.Key == new EffectKey("engagement", "*", change.Ordinal, "announce.band_changed") && e.IntendedAt == byRules.OccurredAt);
        Assert.Equal(2, replay.Next.Engagement!.Scores[0].State.ModelVersion);
    }

    [Fact]
    public void A_retired_scoring_model_needs_no_past_and_leaves_its_number()
    {
        var log = ActivationLog.Of([Entry(1, "2026-03-02T00:00:00Z", Everything), Entry(2, "2026-03-09T00:00:00Z", Everything with { Scores = [] })]);
        var live = Engine.Apply(Relationship.Empty(Histories.Anna), Touch("a", "2026-03-06T09:00:00Z", TouchKinds.EmailReplied, Direction.Inbound), log).Next;
        var after = Engine.Advance(live, At("2026-03-10T00:00:00Z"), log);

        Assert.Equal(DecisionStatus.Applied, after.Status);
        Assert.Empty(after.Next.Engagement!.Scores);
        Assert.Equal(2, Assert.Single(after.Next.Engagement.Retired).Changes);
    }

    [Fact]
    public void A_charter_that_is_switched_off_voids_its_promises_and_closes_their_tasks()
    {
        var off = FeatureModes.AllLive.With(new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Off });
        var log = ActivationLog.Of([Entry(1, "2026-03-02T00:00:00Z", Everything), Entry(2, "2026-03-03T12:00:00Z", Everything) with { Modes = off }]);
        var live = Engine.Apply(Relationship.Empty(Histories.Anna), Submitted("2026-03-02T08:00:00Z"), log).Next;
        live = Engine.Advance(live, At("2026-03-03T11:00:00Z"), log).Next;
        Assert.Equal(AcknowledgeTask, Assert.Single(live.Tasks!.Open).Key);

        var after = Engine.Advance(live, At("2026-03-03T12:00:00Z"), log);
        Assert.Equal(
            [("acknowledge-application", true), ("decide-application", false)],
            after.Derived.Select(e => e.Entry).OfType<PromiseVoided>().Select(v => (v.Promise.Expectation.Value, v.WasBroken)));
        var closing = Assert.Single(after.Effects, e => e.Intent is CloseTask);
        Assert.Equal((AcknowledgeTask, null, At("2026-03-03T12:00:00Z")), (((CloseTask)closing.Intent).Task, closing.Withheld, closing.IntendedAt));
        Assert.Empty(after.Next.Tasks!.Open);
        Assert.Empty(after.Next.Charter!.Promises);
    }

    [Fact]
    public void A_charter_that_only_observed_closes_nothing_in_the_inbox_when_it_is_switched_off()
    {
        var observing = Entry(1, "2026-03-02T00:00:00Z", Everything) with { Modes = FeatureModes.AllObserve };
        var off = Entry(2, "2026-03-03T12:00:00Z", Everything) with { Modes = FeatureModes.AllObserve.With(new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Off }) };
        var replay = Replay(ActivationLog.Of([observing, off]), "2026-03-04T00:00:00Z", Submitted("2026-03-02T08:00:00Z"));

        Assert.Equal(2, replay.Derived.Count(e => e.Entry is PromiseVoided));
        Assert.All(replay.Effects, e => Assert.Equal("mode.observe", e.Withheld));
        Assert.DoesNotContain(replay.Effects, e => e.Intent is CloseTask);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("2026-03-04T00:00:00Z", "mode.before_effects_from")]
    public void What_was_withheld_is_not_released_when_the_tenant_goes_live(string? effectsFrom, string? later)
    {
        var mode = new FeatureMode { Mode = Mode.Live, EffectsFrom = effectsFrom is null ? null : At(effectsFrom) };
        var live = Entry(2, "2026-03-04T00:00:00Z", Everything) with { Modes = FeatureModes.Of([mode]) };
        var log = ActivationLog.Of([Entry(1, "2026-03-02T00:00:00Z", Everything) with { Modes = FeatureModes.AllObserve }, live]);
        var replay = Replay(log, "2026-03-06T00:00:00Z", Submitted("2026-03-02T08:00:00Z"));
        var tasks = replay.Effects.Where(e => e.Intent is OpenTask).Select(e => (e.Key.Rule, e.IntendedAt, e.Withheld));

        Assert.Equal(
            [("acknowledge-application", At("2026-03-02T13:00:00Z"), "mode.observe"), ("decide-application", At("2026-03-05T17:00:00Z"), later)],
            tasks);
        Assert.Equal(later is null ? ["decide-application"] : [], replay.Next.Tasks?.Open.Select(t => t.Key.Rule) ?? []);
    }

    [Fact]
    public void A_suspended_expectation_judges_nothing_until_that_is_lifted()
    {
        var name = new DefinitionName(DefinitionKind.Expectation, "acknowledge-application");
        var log = ActivationLog.Of(
        [
            Entry(1, "2026-03-02T00:00:00Z", Everything),
            Entry(2, "2026-03-02T10:00:00Z", Everything) with { Suspended = [name] },
            Entry(3, "2026-03-04T10:00:00Z", Everything),
        ]);
        var other = Event("t", "2026-03-03T09:00:00Z", new ApplicationSubmitted { Application = JobApplicationId.From("app-2"), Requisition = RequisitionId.From("req-1") });
        var replay = Replay(log, "2026-03-04T11:00:00Z", Submitted("2026-03-02T08:00:00Z"), other);
        var broken = Assert.Single(replay.Derived, e => e.Entry is PromiseBroken);

        // Due on Monday at two, broken when it is judged again; of the second application nothing was promised.
        Assert.Equal((At("2026-03-04T10:00:00Z"), At("2026-03-02T13:00:00Z")), (broken.OccurredAt, ((PromiseBroken)broken.Entry).DueAt));
        Assert.DoesNotContain(replay.Derived, e => e.Entry is PromiseOpened { Promise: { Expectation.Value: "acknowledge-application", Subject: "app-2" } });
        Assert.Equal(AcknowledgeTask, Assert.Single(replay.Next.Tasks!.Open).Key);
    }

    [Fact]
    public void A_lifecycle_that_is_brought_back_stands_where_it_would_stand_and_goes_on_counting()
    {
        var log = ActivationLog.Of(
        [
            Entry(1, "2026-03-02T00:00:00Z", Everything),
            Entry(2, "2026-03-04T00:00:00Z", Everything with { Lifecycle = null }),
            Entry(3, "2026-03-09T00:00:00Z", Everything),
        ]);
        var clicked = Touch("c", "2026-03-03T09:00:00Z", TouchKinds.EmailClicked, Direction.Inbound);
        var replay = Replay(log, "2026-03-09T00:00:00Z", clicked, Submitted("2026-03-05T08:00:00Z"));
        var back = Assert.Single(replay.Derived, e => e.OccurredAt == At("2026-03-09T00:00:00Z"));

        Assert.Equal((Phase.Attract, Phase.Hire), (((PhaseChanged)back.Entry).From, ((PhaseChanged)back.Entry).To));
        Assert.Equal(At("2026-03-05T08:00:00Z"), replay.Next.Lifecycle!.Since);
        Assert.Equal([1, 2, 4], replay.Derived.Select(e => e.Entry).OfType<PhaseChanged>().Select(p => p.Ordinal));
    }

    [Fact]
    public void Applications_that_come_back_keep_what_was_read_by_the_pipeline_of_its_day()
    {
        var turned = Everything with { Pipelines = [new PipelineDefinition { Key = PipelineKey.From("standard"), Version = 2, Stages = [.. Everything.Pipelines[0].Stages.Reverse()] }] };
        var off = FeatureModes.AllLive.With(new FeatureMode { Feature = FeatureCode.Applications, Mode = Mode.Off });
        var log = ActivationLog.Of(
        [
            Entry(1, "2026-03-02T00:00:00Z", Everything),
            Entry(2, "2026-03-04T00:00:00Z", turned) with { Modes = off },
            Entry(3, "2026-03-09T00:00:00Z", turned),
        ]);
        var replay = Replay(
            log,
            "2026-03-10T00:00:00Z",
            Submitted("2026-03-02T08:00:00Z"),
            Event("i", "2026-03-03T08:00:00Z", new StageEntered { Application = App, Stage = StageKey.From("interview") }),
            Event("o", "2026-03-05T08:00:00Z", new OfferMade { Application = App }));
        var application = replay.Next.Applications!.Find(App)!;

        Assert.Equal(("interview", "interview", At("2026-03-05T08:00:00Z")), (application.Stage.Value, application.Furthest.Value, application.Offer?.MadeAt));
    }

    [Fact]
    public void A_fact_that_comes_after_its_retraction_counts_as_never_told()
    {
        var retraction = Event("x", "2026-03-02T08:00:00Z", new FactsRetracted { Events = [EventId.From("s")], Reason = ReasonCode.From("duplicate-import") });
        var log = ActivationLog.Always(Everything);
        var state = Engine.Apply(Relationship.Empty(Histories.Anna), retraction, log).Next;
        Assert.Equal("s", Assert.Single(state.Retractions!.Events).Value);

        var after = Engine.Apply(state, Submitted("2026-03-03T08:00:00Z"), log);
        Assert.Equal(DecisionStatus.Applied, after.Status);
        Assert.Empty(after.Derived);
        Assert.Empty(after.Next.Retractions!.Events);
        Assert.Equal((2, null, null, null), (after.Next.Told, after.Next.Applications, after.Next.Lifecycle, after.Next.Charter));
        Assert.Equal("s", after.Next.Cursor.Id);
    }

    [Fact]
    public void Nobody_is_known_by_a_retraction_alone()
    {
        var retraction = Event("x", "2026-03-02T08:00:00Z", new FactsRetracted { Batch = BatchId.From("import-1"), Reason = ReasonCode.From("wrong-file") });

        Assert.Null(Replay(ActivationLog.Always(Everything), "2026-03-03T00:00:00Z", retraction).Next.Lifecycle);
    }

    [Fact]
    public void A_late_member_of_a_retracted_batch_is_taken_back_too()
    {
        var batch = BatchId.From("import-1");
        var retraction = Event("x", "2026-03-04T08:00:00Z", new FactsRetracted { Batch = batch, Reason = ReasonCode.From("wrong-file") });
        var replay = Replay(ActivationLog.Always(Everything), "2026-03-06T00:00:00Z", Submitted("2026-03-03T08:00:00Z") with { Batch = batch }, retraction);
        var late = Engine.Apply(replay.Next, Event("h", "2026-03-09T08:00:00Z", new CandidateHired { Application = App }) with { Batch = batch }, ActivationLog.Always(Everything));

        Assert.Equal((DecisionStatus.Applied, null, null), (late.Status, late.Next.Applications, late.Next.Lifecycle));
    }

    [Fact]
    public void A_task_that_somebody_closed_stays_closed_where_a_feature_fails_on_it()
    {
        var engine = new RelationshipEngine([.. ReactionOrder.All, new FailsOnClosing()]);
        var log = ActivationLog.Always(Everything);
        var closed = Event("d", "2026-03-03T09:00:00Z", new TaskClosed { Task = AcknowledgeTask });
        var replay = engine.Replay(Histories.Anna, [Submitted("2026-03-02T08:00:00Z"), closed], log, At("2026-03-03T10:00:00Z"));

        Assert.Equal("fails-on-closing", Assert.Single(replay.Next.Faults).Feature);
        Assert.Empty(replay.Next.Tasks!.Open);
    }

    [Fact]
    public void Observing_needs_no_more_room_for_what_follows_than_going_live()
    {
        var many = Everything with { Expectations = [.. Enumerable.Range(0, 150).Select(i => (OnceExpectation)Everything.Expectations[0] with { Key = ExpectationKey.From($"e-{i}") })] };
        var log = ActivationLog.Of([Entry(1, "2026-03-02T00:00:00Z", many) with { Modes = FeatureModes.AllObserve }]);
        var replay = Replay(log, "2026-03-03T00:00:00Z", Submitted("2026-03-02T08:00:00Z"));

        Assert.Empty(replay.Next.Faults);
        Assert.Equal((150, 150), (replay.Derived.Count(e => e.Entry is PromiseBroken), replay.Derived.Count(e => e.Entry is EffectWithheld)));
    }

    private static CrmRules Everything => TestRules.Everything;

    private static CrmRules Strict { get; } = TestRules.Everything with
    {
        Expectations = [(OnceExpectation)TestRules.Everything.Expectations[0] with { Version = 2, Limit = Limit.WorkingTime(Duration.FromHours(1)) }],
    };

    private static ScoringModel Generous { get; } = ScoringModel.Named("engagement").Version(2)
        .Signal(TouchKinds.EmailReplied, 20, Duration.FromDays(30))
        .Band("cold").Band("warm", enter: 6).Band("hot", enter: 14)
        .Build();

    private static Activation Entry(long position, string from, CrmRules rules) => new() { Position = position, EffectiveFrom = At(from), Rules = rules };

    private static Decision Replay(ActivationLog log, string until, params TimelineEvent[] told) => Engine.Replay(Histories.Anna, told, log, At(until));

    private static PromiseOpened Opened(Decision decision, string expectation) =>
        decision.Derived.Select(e => e.Entry).OfType<PromiseOpened>().Single(p => p.Promise.Expectation.Value == expectation);

    private static TimelineEvent Submitted(string at) => Event("s", at, new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });

    private static TimelineEvent Touch(string id, string at, TouchKind kind, Direction direction) => Event(id, at, new TouchpointRecorded { Kind = kind, Direction = direction });

    private static TimelineEvent Event(string id, string at, IFact fact) => Histories.Event(id, At(at), fact);

    private static Instant At(string text) => InstantPattern.General.Parse(text).GetValueOrThrow();

    private sealed class FailsOnClosing : Reaction
    {
        internal override string Feature => "fails-on-closing";

        internal override void On(FoldPass pass, ITimelineEntry entry)
        {
            if (entry is TaskClosed)
            {
                throw new InvalidTimeZoneException();
            }
        }

        internal override object? Save(Draft draft) => null;

        internal override void Restore(Draft draft, object? slice)
        {
        }
    }
}
