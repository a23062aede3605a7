using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using static CandidateCrm.Lifecycle.PersonStory;

namespace CandidateCrm.Lifecycle;

public sealed class OverlayTests
{
    private static readonly LifecycleEngine Engine = new();
    private static readonly Snooze Snooze = new() { Since = Histories.Start, Until = new LocalDate(2026, 9, 1), EndsAt = Histories.Start + Duration.FromDays(9) };

    private static Gen<LifecycleOverlays> Overlays =>
        from bits in Gen.Choose(0, 15)
        select new LifecycleOverlays
        {
            Snooze = (bits & 1) > 0 ? Snooze : null,
            ContactBar = (bits & 2) > 0 ? new ContactBar { Since = Histories.Start } : null,
            MergedInto = (bits & 4) > 0 ? CandidateId.From("berta") : default,
            MergedAt = (bits & 4) > 0 ? Histories.Start : null,
            ErasedAt = (bits & 8) > 0 ? Histories.Start : null,
        };

    private static Gen<LifecycleTrigger[]> Triggers => Gen.SubListOf(Enum.GetValues<LifecycleTrigger>()).Select(list => list.ToArray());

    private static Gen<OverlayRules> Rules =>
        from snooze in Triggers
        from ended in Triggers
        from bar in Triggers
        select new OverlayRules { SnoozeRefuses = [.. snooze], SnoozeEndedBy = [.. ended], ContactBarRefuses = [.. bar] };

    [Fact]
    public void What_overlays_refuse_is_refused_in_every_phase_and_the_rest_is_decided_by_the_table() =>
        Prop.ForAll(
            Arb.From(from rules in Rules from overlays in Overlays select (rules, overlays)),
            Arb.From(from phase in Gen.Elements(Phase.BuiltIn.ToArray()) from trigger in Gen.Elements(Enum.GetValues<LifecycleTrigger>()) select (phase, trigger)),
            (over, under) =>
            {
                var definition = LifecycleDefinition.Default with { Overlays = over.rules };
                var answer = Engine.Decide(definition, under.phase, under.trigger, over.overlays);
                string?[] refusals =
                [
                    over.overlays.ErasedAt is null ? null : "lifecycle.erased",
                    over.overlays.MergedAt is null ? null : "lifecycle.merged",
                    over.overlays.ContactBar is not null && over.rules.ContactBarRefuses.Contains(under.trigger) ? "lifecycle.contact_barred" : null,
                    over.overlays.Snooze is not null && over.rules.SnoozeRefuses.Except(over.rules.SnoozeEndedBy).Contains(under.trigger) ? "lifecycle.snoozed" : null,
                ];
                return refusals.FirstOrDefault(code => code is not null) is { } code
                    ? (answer.IsRefused, answer.Code, answer.Target) == (true, code, under.phase)
                    : answer == Engine.Decide(LifecycleDefinition.Default, under.phase, under.trigger);
            }).Check(Tries.Of(1_000));

    [Fact]
    public void No_definition_moves_somebody_who_was_merged_or_erased() =>
        Prop.ForAll(Arb.From(Rules), rules =>
        {
            var definition = LifecycleDefinition.Default with { Overlays = rules };
            return Enum.GetValues<LifecycleTrigger>().All(trigger =>
                Engine.Decide(definition, Phase.Discover, trigger, new LifecycleOverlays { ErasedAt = Histories.Start }).IsRefused
                && Engine.Decide(definition, Phase.Discover, trigger, new LifecycleOverlays { MergedAt = Histories.Start, MergedInto = CandidateId.From("b") }).IsRefused);
        }).Check(Tries.Of());

    [Fact]
    public void A_snooze_parks_a_person_and_is_over_at_the_start_of_its_date()
    {
        var story = new PersonStory().Tell("2026-03-02", Reply).Tell("2026-03-03", new CandidateSnoozed { Until = Date("2026-04-01"), Reason = ReasonCode.From("sabbatical") });

        Assert.Equal(
            (Phase.Nurture, new Snooze { Since = At("2026-03-03"), Until = Date("2026-04-01"), EndsAt = At("2026-03-31T22:00:00Z"), Reason = ReasonCode.From("sabbatical") }),
            (story.Lifecycle("2026-03-31T21:59:59Z").Phase, story.Lifecycle("2026-03-31T21:59:59Z").Overlays.Snooze));
        Assert.Equal(At("2026-03-31T22:00:00Z"), story.UpTo("2026-03-04").Next.WakeAt);
        Assert.Empty(story.Derived<SnoozeOver>("2026-03-31T21:59:59Z"));
        Assert.Equal([new SnoozeOver { Until = Date("2026-04-01"), Ordinal = 1 }], story.Derived<SnoozeOver>("2026-03-31T22:00:00Z"));
        Assert.Equal(LifecycleOverlays.None, story.Lifecycle("2026-03-31T22:00:00Z").Overlays);
        Assert.Contains(story.UpTo("2026-04-01").Effects, effect => effect.Key == new EffectKey("snooze", "*", 1, "announce.snooze_over"));
    }

    [Fact]
    public void Where_the_clock_skips_midnight_a_snooze_is_over_when_the_date_begins() =>
        Assert.Equal(
            At("2018-11-04T03:00:00Z"),
            new PersonStory(zone: "America/Sao_Paulo").Tell("2018-10-01", new CandidateSnoozed { Until = Date("2018-11-04") }).Lifecycle("2018-10-01").Overlays.Snooze!.EndsAt);

    [Theory]
    [InlineData("2026-03-02T09:00:00Z", "2026-03-02")] // the very date
    [InlineData("2026-03-02T23:30:00Z", "2026-03-03")] // in Berlin that date has begun
    [InlineData("2026-03-02T09:00:00Z", "2025-12-31")]
    public void A_date_that_is_not_after_its_own_sets_nobody_aside(string told, string until)
    {
        var story = new PersonStory().Tell("2026-03-01", Reply).Tell(told, new CandidateSnoozed { Until = Date(until) });

        Assert.Equal((Phase.Attract, LifecycleOverlays.None, 0), (story.Lifecycle(told).Phase, story.Lifecycle(told).Overlays, story.Lifecycle(told).Snoozes));
        Assert.Contains("lifecycle.snooze_in_past candidate.snoozed", story.Findings(told));
    }

    [Fact]
    public void Somebody_in_a_process_may_be_snoozed_and_stays_in_their_phase()
    {
        var story = new PersonStory().Tell("2026-03-02", Applied).Tell("2026-03-03", new CandidateSnoozed { Until = Date("2026-05-01") });

        Assert.Equal(Phase.Hire, story.Lifecycle("2026-03-04").Phase);
        Assert.NotNull(story.Lifecycle("2026-03-04").Overlays.Snooze);
        Assert.Empty(story.Findings("2026-03-04"));
    }

    [Fact]
    public void Reaching_out_to_somebody_who_is_snoozed_is_a_finding_and_moves_nothing_and_their_own_act_does()
    {
        var story = new PersonStory().Tell("2026-03-02", new CandidateSnoozed { Until = Date("2026-05-01") })
            .Tell("2026-03-03", Mail).Tell("2026-03-04", Reply).Tell("2026-03-05", Mail with { Automated = true });

        Assert.Equal(["lifecycle.snoozed email.delivered"], story.Findings("2026-03-03"));
        Assert.Equal(2, story.Findings("2026-03-05").Count());

        var parked = LifecycleDefinition.Default with { Rows = [.. LifecycleDefinition.Default.Rows.Where(row => row.Trigger != LifecycleTrigger.Parked)] };
        var open = new PersonStory(parked).Tell("2026-03-02", new CandidateSnoozed { Until = Date("2026-05-01") }).Tell("2026-03-03", Mail).Tell("2026-03-04", Reply);
        Assert.Equal((Phase.Discover, Phase.Engage), (open.Lifecycle("2026-03-03").Phase, open.Lifecycle("2026-03-04").Phase));
        Assert.Equal("lifecycle.phase_refused discover:Parked", open.Findings("2026-03-03").First());
    }

    [Fact]
    public void A_live_application_ends_a_snooze_and_a_second_snooze_replaces_the_first()
    {
        var story = new PersonStory()
            .Tell("2026-03-02", new CandidateSnoozed { Until = Date("2026-05-01") })
            .Tell("2026-03-03", new CandidateSnoozed { Until = Date("2026-04-01") });
        Assert.Equal((Date("2026-04-01"), 2), (story.Lifecycle("2026-03-03").Overlays.Snooze!.Until, story.Lifecycle("2026-03-03").Snoozes));

        story.Tell("2026-03-04", Applied);
        Assert.Equal((Phase.Hire, null), (story.Lifecycle("2026-03-04").Phase, story.Lifecycle("2026-03-04").Overlays.Snooze));
        Assert.Empty(story.Derived<SnoozeOver>("2026-06-01"));
    }

    [Fact]
    public void A_tenant_says_what_ends_a_snooze()
    {
        var lasting = LifecycleDefinition.Default with { Overlays = new OverlayRules { SnoozeEndedBy = [LifecycleTrigger.Reengaged] } };
        var story = new PersonStory(lasting).Tell("2026-03-02", Applied)
            .Tell("2026-03-03", new ApplicationEnded { Application = App, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("later") })
            .Tell("2026-03-04", new CandidateSnoozed { Until = Date("2026-05-01") });

        Assert.NotNull(story.Tell("2026-03-05", new ApplicationReopened { Application = App }).Lifecycle("2026-03-05").Overlays.Snooze);
        Assert.Null(story.Tell("2026-03-06", Reply).Lifecycle("2026-03-06").Overlays.Snooze);
    }

    [Fact]
    public void Outreach_to_somebody_who_is_not_to_be_contacted_is_a_finding_also_where_they_spoke_before()
    {
        var story = new PersonStory().Tell("2026-03-02", Reply).Tell("2026-03-03", new ContactBarred { Reason = ReasonCode.From("asked-us-to") })
            .Tell("2026-03-04", Mail).Tell("2026-03-05", Mail with { Kind = TouchKinds.CallHeld });

        Assert.Equal(Phase.Attract, story.Lifecycle("2026-03-05").Phase);
        Assert.Equal(["lifecycle.contact_barred email.delivered", "lifecycle.contact_barred call.held"], story.Findings("2026-03-05"));
        Assert.Equal(new ContactBar { Since = At("2026-03-03"), Reason = ReasonCode.From("asked-us-to") }, story.Lifecycle("2036-03-05").Overlays.ContactBar);

        story.Tell("2036-03-06", new ContactBarLifted()).Tell("2036-03-07", Mail);
        Assert.Equal((Phase.Engage, LifecycleOverlays.None), (story.Lifecycle("2036-03-07").Phase, story.Lifecycle("2036-03-07").Overlays));
    }

    [Fact]
    public void Who_is_not_to_be_contacted_may_still_apply()
    {
        var story = new PersonStory().Tell("2026-03-02", new ContactBarred()).Tell("2026-03-03", Applied);

        Assert.Equal(Phase.Hire, story.Lifecycle("2026-03-03").Phase);
        Assert.NotNull(story.Lifecycle("2026-03-03").Overlays.ContactBar);
    }

    [Fact]
    public void Everything_that_is_told_of_a_merged_candidate_is_a_finding_until_that_is_taken_back()
    {
        var story = new PersonStory().Tell("2026-03-02", new CandidateMerged { Into = CandidateId.From("berta") })
            .Tell("2026-03-03", Applied).Tell("2026-03-04", new RoleTaken { Role = PersonRole.Client }).Tell("2026-03-05", new CandidateMerged { Into = CandidateId.From("carl") });

        Assert.Equal((Phase.Discover, CandidateId.From("carl"), At("2026-03-05")), (story.Lifecycle("2026-03-05").Phase, story.Lifecycle("2026-03-05").Overlays.MergedInto, story.Lifecycle("2026-03-05").Overlays.MergedAt));
        Assert.Equal(["lifecycle.merged application.submitted", "lifecycle.merged lifecycle.role_taken"], story.Findings("2026-03-05"));

        story.Tell("2026-03-06", new CandidateUnmerged()).Tell("2026-03-07", Mail);
        Assert.Equal((Phase.Attract, LifecycleOverlays.None), (story.Lifecycle("2026-03-07").Phase, story.Lifecycle("2026-03-07").Overlays));
    }

    [Fact]
    public void An_erased_candidate_stays_erased_whatever_is_told()
    {
        var story = new PersonStory().Tell("2026-03-02", new CandidateSnoozed { Until = Date("2026-05-01") }).Tell("2026-03-03", new CandidateErased())
            .Tell("2026-03-04", Applied).Tell("2026-03-05", new CandidateMerged { Into = CandidateId.From("berta") }).Tell("2026-03-06", new CandidateUnmerged()).Tell("2026-03-07", new CandidateErased());

        Assert.Equal(new LifecycleOverlays { ErasedAt = At("2026-03-03") }, story.Lifecycle("2027-01-01").Overlays);
        Assert.Equal(4, story.Findings("2027-01-01").Count(finding => finding.StartsWith("lifecycle.erased", StringComparison.Ordinal)));
        Assert.Null(story.UpTo("2026-03-08").Next.NextChangeAt);
        Assert.Empty(story.Derived<SnoozeOver>("2027-01-01"));
    }

    [Fact]
    public void A_snooze_whose_date_comes_while_the_candidate_is_merged_is_over_when_they_are_themselves_again()
    {
        var story = new PersonStory().Tell("2026-03-02", new CandidateSnoozed { Until = Date("2026-04-01") }).Tell("2026-03-03", new CandidateMerged { Into = CandidateId.From("berta") });

        Assert.Empty(story.Derived<SnoozeOver>("2026-05-01"));
        Assert.Equal(At("2026-05-02"), story.Tell("2026-05-02", new CandidateUnmerged()).UpTo("2026-05-02").Derived.Single(e => e.Entry is SnoozeOver).OccurredAt);
    }

    public static TheoryData<IFact> Needless => new(
        new SnoozeEnded(), new ContactBarLifted(), new CandidateUnmerged(), new CandidateMerged { Into = Histories.Anna.Candidate });

    [Theory]
    [MemberData(nameof(Needless))]
    public void What_ends_nothing_is_a_finding(IFact fact)
    {
        var story = new PersonStory().Tell("2026-03-02", fact);

        Assert.Equal([$"lifecycle.overlay_unchanged {EntryTypes.NameOf(fact)}"], story.Findings("2026-03-02"));
        Assert.Equal(LifecycleOverlays.None, story.Lifecycle("2026-03-02").Overlays);
    }

    [Fact]
    public void A_ban_that_is_there_already_keeps_its_beginning()
    {
        var story = new PersonStory().Tell("2026-03-02", new ContactBarred()).Tell("2026-03-03", new ContactBarred { Reason = ReasonCode.From("again") });

        Assert.Equal(new ContactBar { Since = At("2026-03-02") }, story.Lifecycle("2026-03-03").Overlays.ContactBar);
        Assert.Equal(["lifecycle.overlay_unchanged candidate.contact_barred"], story.Findings("2026-03-03"));
    }

    [Fact]
    public void The_rules_of_overlays_are_sets_and_hold_defined_triggers_only()
    {
        Assert.Equal(OverlayRules.Default, new OverlayRules { SnoozeEndedBy = [LifecycleTrigger.Hired, LifecycleTrigger.Applied, LifecycleTrigger.Hired] });
        Assert.NotEqual(OverlayRules.Default, new OverlayRules { ContactBarRefuses = [] });
        Assert.Throws<ArgumentException>(() => new OverlayRules { SnoozeRefuses = [(LifecycleTrigger)99] });
        Assert.Throws<ArgumentNullException>(() => LifecycleDefinition.Default with { Overlays = null! });
        Assert.Throws<ArgumentNullException>("overlays", () => Engine.Decide(LifecycleDefinition.Default, Phase.Hire, LifecycleTrigger.Applied, null!));
    }
}
