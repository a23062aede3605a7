using CandidateCrm.Applications;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using static CandidateCrm.Lifecycle.PersonStory;

namespace CandidateCrm.Lifecycle;

public sealed class ReadingTests
{
    private static readonly CustomFact Coffee = new() { Code = FactCode.From("coffee.had") };
    private static readonly TouchpointRecorded Fair = new() { Kind = TouchKinds.EventAttended, Direction = Direction.Inbound };

    private static LifecycleDefinition With(params (FactPattern When, LifecycleTrigger? Trigger)[] readings) =>
        LifecycleDefinition.Default with { Readings = [.. readings.Select(r => new LifecycleReading { When = r.When, Trigger = r.Trigger })] };

    [Fact]
    public void A_custom_fact_moves_the_phase_where_a_tenant_says_so()
    {
        var lifecycle = With((FactPattern.Custom(Coffee.Code), LifecycleTrigger.Conversed));

        Assert.Equal(Phase.Discover, new PersonStory().Tell("2026-03-02", Coffee).Lifecycle("2026-03-02").Phase);
        Assert.Equal(Phase.Discover, new PersonStory(lifecycle).Tell("2026-03-02", Coffee with { Code = FactCode.From("tea.had") }).Lifecycle("2026-03-02").Phase);

        var slice = new PersonStory(lifecycle).Tell("2026-03-02", Coffee).Lifecycle("2026-03-02");
        Assert.Equal((Phase.Engage, true), (slice.Phase, slice.HasSpoken));
    }

    [Fact]
    public void A_fact_that_moves_nothing_says_nothing_either()
    {
        var lifecycle = With((FactPattern.Touch(TouchKinds.EventAttended), null));
        var slice = new PersonStory(lifecycle).Tell("2026-03-02", Fair).Lifecycle("2026-03-02");

        Assert.Equal((Phase.Discover, false), (slice.Phase, slice.HasSpoken));
        Assert.Equal(Phase.Attract, new PersonStory().Tell("2026-03-02", Fair).Lifecycle("2026-03-02").Phase);
    }

    [Fact]
    public void The_first_reading_that_means_a_fact_decides()
    {
        var lifecycle = With(
            (FactPattern.Touch(TouchKinds.EventAttended, Direction.Inbound), LifecycleTrigger.Conversed),
            (FactPattern.Touch(TouchKinds.EventAttended), null));

        Assert.Equal(Phase.Engage, new PersonStory(lifecycle).Tell("2026-03-02", Fair).Lifecycle("2026-03-02").Phase);
        Assert.Equal(Phase.Discover, new PersonStory(lifecycle).Tell("2026-03-02", Fair with { Direction = Direction.Outbound }).Lifecycle("2026-03-02").Phase);
    }

    [Fact]
    public void What_a_phase_refuses_is_a_finding_of_a_fact_and_passed_over_of_a_touchpoint()
    {
        var lifecycle = With((FactPattern.Custom(Coffee.Code).Or(FactPattern.Touch(TouchKinds.EventAttended)), LifecycleTrigger.Reengaged));
        var story = new PersonStory(lifecycle).Tell("2026-03-02", Fair).Tell("2026-03-03", Coffee);

        Assert.Equal(["lifecycle.phase_refused discover:Reengaged"], story.Findings("2026-03-03"));
    }

    [Fact]
    public void A_submission_that_is_told_twice_is_read_once()
    {
        var lifecycle = With((FactPattern.Of<ApplicationSubmitted>(), LifecycleTrigger.Parked));
        var story = new PersonStory(lifecycle).Tell("2026-03-02", Applied).Tell("2026-03-03", Reply).Tell("2026-03-04", Mail);
        var before = story.Lifecycle("2026-03-04");

        Assert.Equal(Phase.Nurture, story.Lifecycle("2026-03-02").Phase);
        Assert.Equal(before.Changes, story.Tell("2026-03-05", Applied).Lifecycle("2026-03-05").Changes);
    }

    [Fact]
    public void Roles_follow_whatever_a_reading_makes_of_the_phase()
    {
        var story = new PersonStory(With((FactPattern.Of<CandidateHired>(), null), (FactPattern.Of<EmploymentEnded>(), LifecycleTrigger.Parked)))
            .Tell("2026-03-01", Applied).Tell("2026-03-02", Hired()).Tell("2026-03-03", new EmploymentEnded());

        Assert.Equal((Phase.Hire, "onboarding"), (story.Lifecycle("2026-03-02").Phase, story.Roles("2026-03-02")));
        Assert.Equal(("lifecycle.phase_refused hire:Parked", "alumni"), (story.Findings("2026-03-03").Single(), story.Roles("2026-03-03")));
    }

    [Fact]
    public void Overlays_judge_what_a_reading_fires()
    {
        var lifecycle = With((FactPattern.Custom(Coffee.Code), LifecycleTrigger.Approached));
        var story = new PersonStory(lifecycle).Tell("2026-03-02", new ContactBarred()).Tell("2026-03-03", Coffee);

        Assert.Equal((Phase.Discover, "lifecycle.contact_barred coffee.had"), (story.Lifecycle("2026-03-03").Phase, story.Findings("2026-03-03").Single()));
    }

    [Fact]
    public void A_captured_lead_shows_interest_and_is_no_word()
    {
        var slice = new PersonStory().Tell("2026-03-02", new TouchpointRecorded { Kind = TouchKinds.LeadCaptured, Direction = Direction.Inbound }).Lifecycle("2026-03-02");

        Assert.Equal((Phase.Attract, false), (slice.Phase, slice.HasSpoken));
    }

    [Fact]
    public void A_reading_that_no_fact_can_meet_is_a_fault()
    {
        var lifecycle = With(
            (new FactPattern { AnyOf = [new FactMatch { Type = "coffee.had" }, new FactMatch { Type = "lifecycle.phase_changed" }] }, null),
            (FactPattern.Of<EmploymentEnded>(), LifecycleTrigger.Parked),
            (FactPattern.Of<EmploymentEnded>(), null));

        Assert.Equal(
            [LifecycleFaultCodes.FactUnknown, LifecycleFaultCodes.FactUnknown, LifecycleFaultCodes.ReadingTwice],
            LifecycleReview.FaultsOf(lifecycle).Select(fault => fault.Code));
        Assert.Contains(RulesReview.FaultsOf(new CrmRules { Zone = DateTimeZone.Utc, Lifecycle = lifecycle }), fault => fault.Code == LifecycleFaultCodes.ReadingTwice);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecycleReading { When = FactPattern.Of<EmploymentEnded>(), Trigger = (LifecycleTrigger)77 });
        Assert.Throws<ArgumentException>(() => LifecycleDefinition.Default with { Readings = [null!] });
    }

    [Fact]
    public void A_lifecycle_with_everything_of_its_own_is_the_same_after_its_json()
    {
        var lifecycle = With((FactPattern.Custom(Coffee.Code), LifecycleTrigger.Conversed), (FactPattern.Touch(TouchKinds.EventAttended), null)) with
        {
            Overlays = new OverlayRules { SnoozeRefuses = [LifecycleTrigger.Found, LifecycleTrigger.Approached], SnoozeEndedBy = [], ContactBarRefuses = [LifecycleTrigger.Parked] },
            Onboarding = new OnboardingPlan { CheckInDays = [1], OverAfterDays = 14 },
        };
        var document = DefinitionJson.DocumentOf(Definition.Of(lifecycle));
        var read = DefinitionJson.Read(document.Json).Definition!;

        Assert.Contains("\"readings\":[{\"when\":[{\"fact\":\"host.custom\",\"code\":\"coffee.had\"}],\"trigger\":\"conversed\"},{\"when\":[{\"fact\":\"touchpoint.recorded\",\"kind\":\"event.attended\"}]}]", document.Json, StringComparison.Ordinal);
        Assert.Contains("\"overlays\":{\"snoozeRefuses\":[\"found\",\"approached\"],\"snoozeEndedBy\":[],\"contactBarRefuses\":[\"parked\"]},\"onboarding\":{\"checkInDays\":[1],\"overAfterDays\":14}", document.Json, StringComparison.Ordinal);
        Assert.Equal(document.Hash, DefinitionJson.DocumentOf(read).Hash);
        Assert.DoesNotContain("overlays", DefinitionJson.DocumentOf(Definition.Of(LifecycleDefinition.Default)).Json, StringComparison.Ordinal);
    }
}
