using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using static CandidateCrm.Lifecycle.PersonStory;

namespace CandidateCrm.Lifecycle;

public sealed class OnboardingTests
{
    private static PersonStory Anna(string? startsOn = "2026-04-01", LifecycleDefinition? lifecycle = null) =>
        new PersonStory(lifecycle).Tell("2026-03-01", Applied).Tell("2026-03-02", Hired(startsOn));

    private static IEnumerable<(Instant, int, LocalDate)> CheckIns(PersonStory story, string at) => story.UpTo(at).Derived
        .Where(e => e.Entry is OnboardingCheckInDue).Select(e => (e.OccurredAt, ((OnboardingCheckInDue)e.Entry).Day, ((OnboardingCheckInDue)e.Entry).On));

    [Fact]
    public void Check_ins_are_due_at_the_start_of_their_dates_counted_from_the_first_day_of_work() =>
        Assert.Equal(
            [
                (At("2026-03-24T23:00:00Z"), -7, Date("2026-03-25")), // still winter time in Berlin
                (At("2026-04-07T22:00:00Z"), 7, Date("2026-04-08")),
                (At("2026-04-30T22:00:00Z"), 30, Date("2026-05-01")),
                (At("2026-06-29T22:00:00Z"), 90, Date("2026-06-30")),
            ],
            CheckIns(Anna(), "2027-01-01"));

    [Fact]
    public void A_check_in_opens_a_task_until_the_end_of_its_date_and_is_announced()
    {
        var decision = Anna().UpTo("2026-03-25");

        var task = Assert.Single(decision.Effects, effect => effect.Intent is OpenTask);
        Assert.Equal(new EffectKey("onboarding-day.-7", "app-1", 1, "check-in"), task.Key);
        Assert.Equal(new OpenTask { Reason = "onboarding.check_in_due", Rule = "onboarding-day.-7", Subject = "app-1", DueAt = At("2026-03-25T23:00:00Z") }, task.Intent);
        Assert.Contains(decision.Effects, effect => effect.Key == new EffectKey("onboarding-day.-7", "app-1", 1, "announce.check_in_due"));
        Assert.Equal([task.Key], decision.Next.Tasks!.Open.Select(open => open.Key));
        Assert.Equal(At("2026-04-07T22:00:00Z"), decision.Next.WakeAt);
    }

    [Fact]
    public void A_person_is_in_onboarding_from_the_hire_on_and_an_employee_once_that_is_over()
    {
        var story = Anna();

        Assert.Equal(("", "onboarding", "onboarding", "employee"), (story.Roles("2026-03-01"), story.Roles("2026-03-02"), story.Roles("2026-06-29T21:59:59Z"), story.Roles("2026-06-29T22:00:00Z")));
        Assert.Equal(Phase.Nurture, story.Lifecycle("2026-07-01").Phase);
        Assert.Equal(
            ["RoleBegan { Role = onboarding, Ordinal = 1 }", "RoleEnded { Role = onboarding, Ordinal = 1 }", "RoleBegan { Role = employee, Ordinal = 1 }"],
            story.UpTo("2026-07-01").Derived.Where(e => e.Entry is RoleBegan or RoleEnded).Select(e => e.Entry.ToString()));
        Assert.Null(story.UpTo("2026-07-01").Next.NextChangeAt);
    }

    [Fact]
    public void Without_a_first_day_of_work_nothing_is_due_and_nothing_is_made_up()
    {
        var story = Anna(startsOn: null);

        Assert.Equal(("onboarding", 0), (story.Roles("2036-01-01"), CheckIns(story, "2036-01-01").Count()));
        Assert.Null(story.UpTo("2026-03-03").Next.NextChangeAt);
        Assert.Empty(story.Findings("2026-03-03"));
    }

    [Fact]
    public void A_first_day_that_is_told_later_begins_the_plan_and_what_is_over_by_then_is_not_made_up_for()
    {
        var story = Anna(startsOn: null).Tell("2026-03-20", new StartDateMoved { Application = App, StartsOn = Date("2026-03-10") });

        Assert.Equal([30, 90], CheckIns(story, "2027-01-01").Select(c => c.Item2));
        Assert.Equal("employee", story.Roles("2026-06-08"));
    }

    [Fact]
    public void A_moved_first_day_moves_what_is_not_due_yet_and_leaves_what_was()
    {
        var story = Anna().Tell("2026-03-26", new StartDateMoved { Application = App, StartsOn = Date("2026-05-04") });

        Assert.Equal([(-7, "2026-03-25"), (7, "2026-05-11"), (30, "2026-06-03"), (90, "2026-08-02")], CheckIns(story, "2027-01-01").Select(c => (c.Item2, c.Item3.ToString("uuuu-MM-dd", null))));
        Assert.Equal((Date("2026-05-04"), 3), (story.Lifecycle("2026-03-26").Onboardings[0].StartsOn!.Value, story.Lifecycle("2026-03-26").Onboardings[0].CheckIns.Length));
    }

    [Fact]
    public void A_date_that_was_over_by_mistake_is_due_after_all_once_the_mistake_is_corrected()
    {
        var story = Anna().Tell("2026-03-03", new StartDateMoved { Application = App, StartsOn = Date("2026-01-05") }).Tell("2026-03-04", new StartDateMoved { Application = App, StartsOn = Date("2026-04-01") });

        Assert.Equal([-7, 7, 30, 90], CheckIns(story, "2027-01-01").Select(c => c.Item2));
    }

    [Fact]
    public void A_check_in_of_this_very_day_is_due_at_once()
    {
        var story = Anna("2026-03-09");

        Assert.Equal((At("2026-03-02"), -7, Date("2026-03-02")), CheckIns(story, "2026-03-02").Single());
        Assert.False(story.UpTo("2026-03-02").Derived.Single(e => e.Entry is OnboardingCheckInDue).Cause.IsAssigned);
    }

    [Theory]
    [InlineData("2026-03-01", new[] { 7, 30, 90 })] // yesterday
    [InlineData("2026-01-05", new[] { 90 })] // before the application
    [InlineData("2025-01-01", new int[0])] // so long ago that it is over at once
    [InlineData("2024-02-29", new int[0])]
    public void Somebody_who_began_before_the_hire_was_told_is_met_where_they_are(string startsOn, int[] days)
    {
        var story = Anna(startsOn);

        Assert.Equal(days, CheckIns(story, "2027-01-01").Select(c => c.Item2));
        Assert.Equal(startsOn.StartsWith("2026", StringComparison.Ordinal) ? "onboarding" : "employee", story.Roles("2026-03-02"));
        Assert.Equal("employee", story.Roles("2027-01-01"));
    }

    [Fact]
    public void A_leap_day_counts_as_a_day() =>
        Assert.Equal([Date("2028-02-22"), Date("2028-03-07"), Date("2028-03-30"), Date("2028-05-29")], CheckIns(Anna("2028-02-29"), "2029-01-01").Select(c => c.Item3));

    [Theory]
    [InlineData("9999-12-31")] // what a product says of a date that it does not know
    [InlineData("-9998-01-01")]
    public void A_date_at_the_end_of_all_dates_is_as_good_as_none(string startsOn)
    {
        var story = Anna(startsOn);

        Assert.Equal("onboarding", story.Roles("2036-01-01"));
        Assert.Null(story.Lifecycle("2036-01-01").Onboardings[0].StartsOn);
        Assert.Empty(story.UpTo("2036-01-01").Next.Faults);
    }

    public static TheoryData<string, IFact, string, string> Endings => new()
    {
        { "application.hire_taken_back", new ApplicationReopened { Application = App }, "", "hire" },
        { "application.hire_taken_back", new StageEntered { Application = App, Stage = StageKey.From("interview") }, "", "hire" },
        { "application.hire_taken_back", new ApplicationEnded { Application = App, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("salary") }, "", "nurture" },
        { "lifecycle.employment_ended", new EmploymentEnded(), "alumni", "nurture" },
        { "candidate.merged", new CandidateMerged { Into = CandidateId.From("berta") }, "onboarding", "nurture" },
        { "candidate.erased", new CandidateErased(), "onboarding", "nurture" },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public void What_ends_the_hire_closes_its_tasks_and_no_more_come(string reason, IFact fact, string roles, string phase)
    {
        var story = Anna().Tell("2026-03-26", fact);

        Assert.Equal(["check-in:onboarding-day.-7#1:app-1", $"close-check-in:onboarding-day.-7#1:app-1 {reason}"], story.Tasks("2027-01-01"));
        Assert.Equal((roles, phase), (story.Roles("2026-03-26"), story.Lifecycle("2027-01-01").Phase.Value));
        Assert.Empty(story.UpTo("2027-01-01").Next.Tasks!.Open);
        Assert.Null(story.UpTo("2026-03-26").Next.NextChangeAt);
    }

    [Fact]
    public void A_task_that_was_done_is_not_closed()
    {
        var story = Anna().Tell("2026-03-25", new TaskClosed { Task = new EffectKey("onboarding-day.-7", "app-1", 1, "check-in") }).Tell("2026-03-26", new EmploymentEnded());

        Assert.Equal(["check-in:onboarding-day.-7#1:app-1"], story.Tasks("2026-03-27"));
    }

    [Fact]
    public void Somebody_who_is_hired_again_on_the_same_application_gets_tasks_of_other_names()
    {
        var story = Anna().Tell("2026-03-26", new ApplicationReopened { Application = App }).Tell("2026-03-27", Hired("2026-04-01"));

        Assert.Equal(
            ["check-in:onboarding-day.-7#1:app-1", "close-check-in:onboarding-day.-7#1:app-1 application.hire_taken_back", "check-in:onboarding-day.7#2:app-1"],
            story.Tasks("2026-04-08"));
        Assert.Equal(2, Assert.Single(story.Lifecycle("2026-04-08").Onboardings).Number);
    }

    [Fact]
    public void A_hire_that_is_told_twice_is_one()
    {
        var story = Anna().Tell("2026-03-10", Hired("2026-09-01"));

        Assert.Equal((Date("2026-04-01"), 1), (story.Lifecycle("2026-03-10").Onboardings[0].StartsOn!.Value, story.Lifecycle("2026-03-10").Onboardings[0].Number));
        Assert.Single(story.Derived<RoleBegan>("2026-03-10"));
    }

    [Fact]
    public void An_employee_who_changes_the_job_is_looked_after_in_the_new_one_and_stays_an_employee()
    {
        var other = JobApplicationId.From("app-2");
        var story = Anna().Tell("2026-08-03", Applied with { Application = other }).Tell("2026-08-31", Hired("2026-10-01", other));

        Assert.Equal(("employee", Phase.Hire, "onboarding employee", "employee"), (story.Roles("2026-08-03"), story.Lifecycle("2026-08-03").Phase, story.Roles("2026-09-01"), story.Roles("2027-01-01")));
        Assert.Equal("employee", story.Tell("2026-09-05", new ApplicationReopened { Application = other }).Roles("2026-09-05"));
    }

    [Fact]
    public void A_hire_that_is_taken_back_after_the_onboarding_makes_no_employee() =>
        Assert.Equal("", Anna().Tell("2026-08-03", new ApplicationReopened { Application = App }).Roles("2026-08-03"));

    [Fact]
    public void An_alumna_who_is_hired_again_is_none_and_is_one_again_where_that_is_taken_back()
    {
        var other = JobApplicationId.From("app-2");
        var story = Anna().Tell("2026-08-03", new EmploymentEnded()).Tell("2026-10-01", Applied with { Application = other }).Tell("2026-10-20", Hired("2026-11-02", other)).Tell("2026-10-21", new ApplicationReopened { Application = other });

        Assert.Equal(("alumni", "onboarding", "alumni"), (story.Roles("2026-09-01"), story.Roles("2026-10-20"), story.Roles("2026-10-21")));
        Assert.Equal((2, Duration.FromDays(78)), (story.Lifecycle("2026-10-21").Find(PersonRole.Alumni)!.Value.Visits, story.Lifecycle("2026-10-21").Find(PersonRole.Alumni)!.Value.Total));
    }

    [Fact]
    public void A_first_day_of_somebody_who_was_not_hired_is_a_finding()
    {
        var story = new PersonStory().Tell("2026-03-01", Applied).Tell("2026-03-02", new StartDateMoved { Application = App, StartsOn = Date("2026-04-01") });

        Assert.Equal(["lifecycle.not_onboarding app-1"], story.Findings("2026-03-02"));
    }

    [Fact]
    public void While_a_candidate_is_merged_nothing_is_due_and_afterwards_what_is_still_to_come_is()
    {
        var story = Anna().Tell("2026-03-03", new CandidateMerged { Into = CandidateId.From("berta") }).Tell("2026-04-10", new CandidateUnmerged());

        Assert.Empty(CheckIns(story, "2026-04-10"));
        Assert.Equal([30, 90], CheckIns(story, "2027-01-01").Select(c => c.Item2));
    }

    [Fact]
    public void A_tenant_has_a_plan_of_its_own()
    {
        var plan = new OnboardingPlan { CheckInDays = [14, 1, 14], OverAfterDays = 14 };
        var story = Anna(lifecycle: LifecycleDefinition.Default with { Onboarding = plan });

        Assert.Equal([1, 14], plan.CheckInDays.AsEnumerable());
        Assert.Equal([1, 14], CheckIns(story, "2027-01-01").Select(c => c.Item2));
        Assert.Equal(("onboarding", "employee"), (story.Roles("2026-04-14"), story.Roles("2026-04-15")));
        Assert.Empty(CheckIns(Anna(lifecycle: LifecycleDefinition.Default with { Onboarding = new OnboardingPlan { CheckInDays = [], OverAfterDays = 0 } }), "2027-01-01"));
    }

    [Fact]
    public void A_plan_that_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new OnboardingPlan { CheckInDays = [-367], OverAfterDays = 9 });
        Assert.Throws<ArgumentException>(() => new OnboardingPlan { CheckInDays = [.. Enumerable.Range(0, 17)], OverAfterDays = 90 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OnboardingPlan { CheckInDays = [], OverAfterDays = -1 });
        Assert.Equal(
            [LifecycleFaultCodes.CheckInTooLate],
            LifecycleReview.FaultsOf(LifecycleDefinition.Default with { Onboarding = new OnboardingPlan { CheckInDays = [1, 31], OverAfterDays = 30 } }).Select(fault => fault.Code));
    }
}
