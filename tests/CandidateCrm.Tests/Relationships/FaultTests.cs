using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

public sealed class FaultTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly ApplicationSubmitted Submitted = new() { Application = App, Requisition = RequisitionId.From("req-1") };

    [Fact]
    public void A_feature_that_throws_is_set_aside_and_the_others_go_on()
    {
        var decision = Engine(new Faulty { Hear = (_, _) => throw new InvalidTimeZoneException("no") }).Apply(Empty, Event("s", 0, Submitted), TestRules.Log);
        var fault = Assert.Single(decision.Next.Faults);

        Assert.Equal(("faulty", "reaction.threw:InvalidTimeZoneException", Histories.Start), (fault.Feature, fault.Code, fault.At));
        Assert.Equal(Phase.Hire, decision.Next.Lifecycle!.Phase);
        Assert.Equal(2, decision.Next.Charter!.Promises.Length);
        Assert.Equal("faulty", Assert.Single(decision.Findings, f => f.Code == FindingCodes.FeatureFaulted).Subject);
    }

    [Fact]
    public void A_fault_says_the_kind_of_error_and_never_its_message()
    {
        var decision = Engine(new Faulty { Hear = (_, _) => throw new InvalidTimeZoneException("anna@example.org") }).Apply(Empty, Event("s", 0, Submitted), TestRules.Log);

        Assert.DoesNotContain("example.org", StateText.Of(decision), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_feature_said_before_it_failed_is_taken_back()
    {
        var faulty = new Faulty
        {
            Hear = (pass, entry) =>
            {
                if (entry is FindingNoted)
                {
                    throw new InvalidTimeZoneException();
                }

                pass.Draft.Contact = new ContactSlice { Touchpoints = 99 };
                pass.Note("faulty.said", "something");
                pass.Want(new EffectKey("faulty", "x", 1, "task"), new OpenTask { Reason = "r", Rule = "faulty", Subject = "x", DueAt = pass.At });
            },
        };
        var decision = Engine(faulty).Apply(Empty, Event("s", 0, Submitted), TestRules.Log);

        Assert.Null(decision.Next.Contact);
        Assert.DoesNotContain(decision.Findings, f => f.Code == "faulty.said");
        Assert.DoesNotContain(decision.Effects, e => e.Key.Rule == "faulty");
        Assert.Equal(decision.Derived.Length, decision.Derived.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public void A_feature_that_was_set_aside_rests()
    {
        var calls = 0;
        var faulty = new Faulty
        {
            Hear = (_, _) =>
            {
                calls++;
                throw new InvalidTimeZoneException();
            },
        };
        var engine = Engine(faulty);
        var first = engine.Apply(Empty, Event("s", 0, Submitted), TestRules.Log).Next;
        var second = engine.Apply(first, Event("t", 1, new OfferMade { Application = App }), TestRules.Log).Next;

        Assert.Equal(1, calls);
        Assert.Single(second.Faults);
        Assert.NotNull(second.Applications!.Find(App)!.Offer?.MadeAt);
    }

    [Fact]
    public void A_feature_whose_alarm_throws_is_set_aside_and_its_alarms_fall_silent()
    {
        var at = Histories.Start + Duration.FromMinutes(10);
        var engine = Engine(new Faulty { Next = _ => at, Ring = _ => throw new InvalidTimeZoneException() });
        var state = engine.Apply(Empty, Event("s", 0, Submitted), TestRules.Log).Next;

        Assert.Equal(at, state.WakeAt);
        var rung = engine.Advance(state, at, TestRules.Log);
        Assert.Equal(at, Assert.Single(rung.Next.Faults).At);
        Assert.True(rung.Next.NextChangeAt > at);
    }

    [Fact]
    public void An_alarm_that_stays_due_is_a_fault_and_never_a_loop()
    {
        var at = Histories.Start + Duration.FromMinutes(10);
        var engine = Engine(new Faulty { Next = _ => at });
        var rung = engine.Advance(engine.Apply(Empty, Event("s", 0, Submitted), TestRules.Log).Next, at, TestRules.Log);

        Assert.Equal("alarm.stuck", Assert.Single(rung.Next.Faults).Code);
        Assert.False(rung.AlarmsLeft);
    }

    [Fact]
    public void An_alarm_in_the_past_of_an_event_is_settled_in_the_same_pass()
    {
        var ticks = 0;
        var engine = Engine(new Faulty
        {
            Next = draft => draft.Contact is null ? Histories.Start - Duration.FromHours(1) : null,
            Ring = pass =>
            {
                ticks++;
                pass.Draft.Contact = new ContactSlice();
            },
        });
        var next = engine.Apply(Empty, Event("s", 0, Submitted), TestRules.Log).Next;

        Assert.Equal(1, ticks);
        Assert.Empty(next.Faults);
    }

    [Fact]
    public void More_than_256_derived_events_in_a_pass_set_the_feature_aside_and_keep_the_fact()
    {
        var rules = new CrmRulesBuilder().Lifecycle().Pipeline("standard", "applied").Calendar(TestRules.Everything.Calendars[0]);
        for (var i = 0; i < 300; i++)
        {
            rules.Expect(StandardExpectations.DecideApplication(TestRules.Office, Limit.BusinessDays(3)) with { Key = ExpectationKey.From($"e-{i}") });
        }

        var decision = new RelationshipEngine().Apply(Empty, Event("s", 0, Submitted), ActivationLog.Always(rules.Build()));
        var fault = Assert.Single(decision.Next.Faults);

        Assert.Equal(("charter", "derived.limit"), (fault.Feature, fault.Code));
        Assert.Null(decision.Next.Charter);
        Assert.Null(decision.Next.WakeAt);
        Assert.True(decision.Next.Applications!.Find(App)!.IsLive);
        Assert.Equal(Phase.Hire, decision.Next.Lifecycle!.Phase);
        Assert.Equal("charter", Assert.Single(decision.Findings).Subject);
    }

    [Theory]
    [InlineData(RulesFaultCodes.Absent, "charter")]
    [InlineData(RulesFaultCodes.HashDiffers, "charter")]
    [InlineData(RulesFaultCodes.TooNew, null)]
    public void A_definition_that_is_lost_sets_its_feature_aside_and_one_that_cannot_be_read_does_not(string code, string? faulted)
    {
        var row = new ManifestRow { Name = new DefinitionName(DefinitionKind.Expectation, "acknowledge-application"), Version = 1, Hash = DefinitionHash.From(new string('a', 64)) };
        var entry = TestRules.Log.Entries[0] with { LeftOut = [new LeftOutDefinition { Row = row, Code = code }] };
        var decision = new RelationshipEngine().Apply(Empty, Event("s", 0, Submitted), ActivationLog.Of([entry]));

        Assert.Equal(faulted is null ? [] : [(faulted, FaultCodes.RulesUnavailable)], decision.Next.Faults.Select(f => (f.Feature, f.Code)));
        Assert.Equal(faulted is null, decision.Next.Charter is not null);
        Assert.Equal(Phase.Hire, decision.Next.Lifecycle!.Phase);
    }

    [Fact]
    public void Without_the_settings_no_feature_of_the_tenant_decides_anything()
    {
        var row = new ManifestRow { Name = new DefinitionName(DefinitionKind.Settings, "settings"), Version = 1, Hash = DefinitionHash.From(new string('a', 64)) };
        var entry = TestRules.Log.Entries[0] with { LeftOut = [new LeftOutDefinition { Row = row, Code = RulesFaultCodes.Absent }] };
        var decision = new RelationshipEngine().Apply(Empty, Event("s", 0, Submitted), ActivationLog.Of([entry]));

        Assert.Equal(["applications", "charter", "engagement", "lifecycle"], decision.Next.Faults.Select(f => f.Feature).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_feature_that_says_too_much_takes_no_other_with_it()
    {
        var loud = new Faulty
        {
            Hear = (pass, entry) =>
            {
                for (var i = 0; entry is ApplicationSubmitted && i < 300; i++)
                {
                    pass.Note("faulty.said", "x");
                }
            },
        };
        var decision = new RelationshipEngine([loud, .. ReactionOrder.All]).Apply(Empty, Event("s", 0, Submitted), TestRules.Log);

        Assert.Equal("faulty", Assert.Single(decision.Next.Faults).Feature);
        Assert.Equal(2, decision.Next.Charter!.Promises.Length);
    }

    [Theory]
    [InlineData(256, 256, 0)]
    [InlineData(257, 1, 1)]
    public void Exactly_256_derived_events_are_let_through(int wanted, int derived, int faults)
    {
        var engine = Engine(new Faulty
        {
            Hear = (pass, entry) =>
            {
                for (var i = 0; entry is EmploymentEnded && i < wanted; i++)
                {
                    pass.Note("faulty.said", "x");
                }
            },
        });
        var decision = engine.Apply(Empty, Event("s", 0, new EmploymentEnded()), ActivationLog.Always(new CrmRulesBuilder().Build()));

        Assert.Equal((derived, faults), (decision.Derived.Length, decision.Next.Faults.Length));
    }

    [Fact]
    public void A_calendar_without_open_time_ahead_is_a_finding_and_no_fault()
    {
        var ending = WorkingCalendar.In("Europe/Berlin").Named(TestRules.Office).Open(DaysOfWeek.Weekdays, "09:00-17:00").EndingOn(new LocalDate(2026, 3, 3)).Build();
        var rules = new CrmRulesBuilder().Calendar(ending).Expect(StandardExpectations.DecideApplication(TestRules.Office, Limit.BusinessDays(3))).Build();
        var decision = new RelationshipEngine().Apply(Empty, Event("s", 0, Submitted), ActivationLog.Always(rules));

        Assert.Empty(decision.Next.Faults);
        Assert.Equal("decide-application:app-1", Assert.Single(decision.Findings, f => f.Code == FindingCodes.NoOpenTime).Subject);
        Assert.Null(decision.Next.Charter);
    }

    [Fact]
    public void One_call_walks_at_most_10_000_alarms_and_says_that_some_are_left()
    {
        var engine = Engine(EverySecond());
        var state = engine.Apply(Empty, Event("s", 0, new EmploymentEnded()), Nothing).Next;
        var to = Histories.Start + Duration.FromSeconds(25_000);
        var first = engine.Advance(state, to, Nothing);

        Assert.True(first.AlarmsLeft);
        Assert.Equal(Histories.Start + Duration.FromSeconds(10_000), first.Next.Cursor.At);
        Assert.True(first.Next.WakeAt <= to);
        var second = engine.Advance(first.Next, to, Nothing);
        Assert.True(second.AlarmsLeft);
        var third = engine.Advance(second.Next, to, Nothing);
        Assert.False(third.AlarmsLeft);
        Assert.Equal(25_000, third.Next.Contact!.Touchpoints);
    }

    [Fact]
    public void An_event_after_more_alarms_than_the_cap_is_folded_all_the_same()
    {
        var engine = Engine(EverySecond());
        var events = new[] { Event("s", 0, new EmploymentEnded()), Event("t", 12_000, new EmploymentEnded()) };
        var live = engine.Apply(engine.Apply(Empty, events[0], Nothing).Next, events[1], Nothing);

        Assert.Equal(11_999, live.Next.Contact!.Touchpoints);
        Assert.Equal(StateText.Of(engine.Replay(Histories.Anna, events, Nothing).Next), StateText.Of(live.Next));
    }

    [Fact]
    public async Task A_fault_is_stored_with_the_fact_and_the_next_fact_goes_in()
    {
        await using var crm = new CrmUnderTest(rules: rules =>
        {
            rules.Take(TestRules.Everything);
            for (var i = 0; i < 300; i++)
            {
                rules.Expect(StandardExpectations.DecideApplication(TestRules.Office, Limit.BusinessDays(3)) with { Key = ExpectationKey.From($"e-{i}") });
            }
        });
        var recorded = await crm.HappenAsync("s", Histories.Start, Submitted);

        Assert.Equal(FindingCodes.FeatureFaulted, Assert.Single(recorded.Findings).Code);
        await crm.HappenAsync("o", Histories.Start + Duration.FromHours(1), new OfferMade { Application = App });
        var anna = await crm.AnnaAsync();
        Assert.Equal("charter", Assert.Single(anna.Faults).Feature);
        Assert.NotNull(anna.Applications!.Find(App)!.Offer?.MadeAt);
    }

    [Fact]
    public void A_feature_that_fails_on_the_past_it_would_take_over_is_set_aside()
    {
        var off = FeatureModes.AllLive.With(new FeatureMode { Feature = FeatureCode.Lifecycle, Mode = Mode.Off });
        var on = Histories.Start + Duration.FromDays(2);
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = TestRules.Everything, Modes = off },
            new Activation { Position = 2, EffectiveFrom = on, Rules = TestRules.Everything },
        ]);
        TimelineEvent[] told = [Event("s", 0, Submitted), Event("o", 60, new OfferMade { Application = App })];
        var engine = new RelationshipEngine([.. ReactionOrder.All.Select(each => each.Feature == "lifecycle" ? new DeafToOffers(each) : each)]);

        Assert.Empty(engine.Replay(Histories.Anna, told, log, on - Duration.FromTicks(10)).Next.Faults);
        var next = engine.Replay(Histories.Anna, told, log, on).Next;
        Assert.Equal(("lifecycle", "reaction.threw:InvalidTimeZoneException", on), Assert.Single(next.Faults.Select(fault => (fault.Feature, fault.Code, fault.At))));
        Assert.Null(next.Lifecycle);
    }

    private sealed class DeafToOffers(Reaction inner) : AlteredReaction(inner)
    {
        internal override void On(FoldPass pass, ITimelineEntry entry)
        {
            if (entry is OfferMade)
            {
                throw new InvalidTimeZoneException();
            }

            base.On(pass, entry);
        }
    }

    private static Relationship Empty { get; } = Relationship.Empty(Histories.Anna);

    private static ActivationLog Nothing { get; } = ActivationLog.Always(new CrmRulesBuilder().Build());

    private static RelationshipEngine Engine(Faulty faulty) => new([.. ReactionOrder.All, faulty]);

    private static TimelineEvent Event(string id, int seconds, IFact fact) => Histories.Event(id, Histories.Start + Duration.FromSeconds(seconds), fact);

    private static Faulty EverySecond() => new()
    {
        Next = draft => Histories.Start + Duration.FromSeconds(1 + (draft.Contact?.Touchpoints ?? 0)),
        Ring = pass => pass.Draft.Contact = new ContactSlice { Touchpoints = 1 + (pass.Draft.Contact?.Touchpoints ?? 0) },
    };

    /// <summary>A feature that does what the test says; it keeps its slice where contact is kept.</summary>
    private sealed class Faulty : Reaction
    {
        internal override string Feature => "faulty";

        internal Action<FoldPass, ITimelineEntry>? Hear { get; init; }

        internal Action<FoldPass>? Ring { get; init; }

        internal Func<Draft, Instant?>? Next { get; init; }

        internal override void On(FoldPass pass, ITimelineEntry entry) => Hear?.Invoke(pass, entry);

        internal override void Tick(FoldPass pass) => Ring?.Invoke(pass);

        internal override Instant? NextChange(Draft draft, RulesInForce rules) => Next?.Invoke(draft);

        internal override object? Save(Draft draft) => draft.Contact;

        internal override void Restore(Draft draft, object? slice) => draft.Contact = (ContactSlice?)slice;
    }
}
