using CandidateCrm.Applications;
using CandidateCrm.Audit;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using static CandidateCrm.Lifecycle.PersonStory;

namespace CandidateCrm.Lifecycle;

/// <summary>Check-ins from the hire to the inbox of a recruiter.</summary>
public sealed class OnboardingThroughTheCrmTests
{
    private static readonly EffectKey WeekBefore = new("onboarding-day.-7", "app-1", 1, "check-in");
    private static readonly EffectKey WeekAfter = new("onboarding-day.7", "app-1", 1, "check-in");

    [Fact]
    public async Task A_check_in_is_opened_by_the_alarm_and_closed_when_the_hire_is_taken_back()
    {
        await using var crm = await HiredAsync();
        await PassAsync(crm, At("2026-03-24T22:59:59Z"));
        Assert.Empty(crm.Tasks);

        await PassAsync(crm, At("2026-03-24T23:00:00Z"));
        Assert.Equal((WeekBefore, "onboarding.check_in_due"), (Assert.Single(crm.Tasks).Key, crm.Tasks.Single().Task.Reason));
        Assert.Equal(WeekBefore, Assert.Single(await crm.Acme.Tasks.ListAsync()).Task.Key);

        await crm.HappenAsync("back", At("2026-03-26"), new ApplicationReopened { Application = App });
        await PassAsync(crm, At("2027-01-01"));
        Assert.Equal((WeekBefore, "application.hire_taken_back"), (Assert.Single(crm.Closed).Task, crm.Closed.Single().Reason));
        Assert.Single(crm.Tasks);
        Assert.Empty(await crm.Acme.Tasks.ListAsync());
    }

    [Fact]
    public async Task A_hire_that_was_told_by_mistake_takes_its_task_with_it()
    {
        await using var crm = await HiredAsync();
        await PassAsync(crm, At("2026-03-25"));
        await crm.HappenAsync("x", At("2026-03-26"), new FactsRetracted { Events = [EventId.From("h")], Reason = ReasonCode.From("mistake") });
        await PassAsync(crm, At("2027-01-01"));

        Assert.Equal((WeekBefore, FindingCodes.EffectUnfounded), (Assert.Single(crm.Closed).Task, crm.Closed.Single().Reason));
        Assert.Empty((await crm.AnnaAsync()).Lifecycle!.Roles);
        Assert.Single(crm.Tasks);
    }

    [Fact]
    public async Task A_first_day_that_is_told_late_moves_the_past_as_if_it_had_been_told_in_time()
    {
        await using var crm = await HiredAsync();
        await PassAsync(crm, At("2026-03-25"));
        crm.Clock.Now = At("2026-03-26");
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("moved", At("2026-03-10"), new StartDateMoved { Application = App, StartsOn = Date("2026-05-04") }));
        await PassAsync(crm, At("2026-04-27"));

        // The task of the old date was unfounded, and comes again on the new one under the same name: it was handed over once already.
        Assert.Equal(WeekBefore, Assert.Single(crm.Tasks).Key);
        Assert.Contains(await crm.TimelineAsync(), e => e.Entry is OnboardingCheckInDue { Day: -7 } due && due.On == Date("2026-04-27") && !e.Retracted);
    }

    [Fact]
    public async Task An_import_opens_nothing_for_what_lies_before_it()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = At("2026-04-02");
        await crm.Acme.ImportAsync(new[] { CrmUnderTest.Fact("s", At("2026-03-01"), Applied), CrmUnderTest.Fact("h", At("2026-03-02"), Hired("2026-04-01")) }.ToAsyncEnumerable());
        await PassAsync(crm, At("2026-04-03"));
        Assert.Empty(crm.Tasks);

        await PassAsync(crm, At("2026-04-08"));
        Assert.Equal(WeekAfter, Assert.Single(crm.Tasks).Key);
    }

    [Fact]
    public async Task Who_observes_is_asked_for_nothing_and_a_hire_from_before_going_live_stays_without_tasks()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = At("2026-03-01");
        await SetAsync(crm, new FeatureMode { Feature = FeatureCode.Lifecycle, Mode = Mode.Live, EffectsFrom = At("2026-03-20") });
        await crm.HappenAsync("s", At("2026-03-01T10:00:00Z"), Applied);
        await crm.HappenAsync("h", At("2026-03-02"), Hired("2026-04-01"));
        await PassAsync(crm, At("2026-12-01"));

        Assert.DoesNotContain(crm.Tasks, task => task.Key.Part == "check-in");
        Assert.Equal(4, (await crm.TimelineAsync()).Count(e => e.Entry is OnboardingCheckInDue));
    }

    [Fact]
    public async Task Where_the_lifecycle_is_switched_off_its_tasks_are_closed_and_none_come_and_on_again_it_stands_where_it_would_stand()
    {
        await using var crm = await HiredAsync();
        await PassAsync(crm, At("2026-03-25"));
        await SetAsync(crm, new FeatureMode { Feature = FeatureCode.Lifecycle, Mode = Mode.Off });
        await PassAsync(crm, At("2026-04-20"));
        await crm.HappenAsync("w", At("2026-04-21"), Reply);
        await crm.Runner.DrainOutboxAsync();
        Assert.Equal((WeekBefore, "lifecycle.off"), (Assert.Single(crm.Closed).Task, crm.Closed.Single().Reason));
        Assert.Single(crm.Tasks);

        await SetAsync(crm, new FeatureMode { Feature = FeatureCode.Lifecycle, Mode = Mode.Live });
        await crm.HappenAsync("v", At("2026-04-22"), Reply);
        await PassAsync(crm, At("2027-01-01"));

        // Who was hired before the lifecycle went live again is looked at, and nobody is asked to do anything.
        Assert.Single(crm.Tasks);
        Assert.Equal([-7, 30, 90], (await crm.TimelineAsync()).Select(e => e.Entry).OfType<OnboardingCheckInDue>().Select(due => due.Day));
        Assert.Equal("employee", string.Join(' ', (await crm.AnnaAsync()).Lifecycle!.Roles.Where(role => role.IsHeld).Select(role => role.Role)));
    }

    [Fact]
    public async Task A_paused_lifecycle_holds_its_tasks()
    {
        await using var crm = await HiredAsync();
        await crm.Acme.Pauses.PauseAsync(PauseScope.Of(FeatureCode.Lifecycle), Actor.Host, "Moving house.");
        await PassAsync(crm, At("2026-03-25"));
        Assert.Empty(crm.Tasks);

        await crm.Acme.Pauses.ResumeAsync(PauseScope.Of(FeatureCode.Lifecycle), Actor.Host, "Done.");
        await PassAsync(crm, At("2026-03-25T10:00:00Z"));
        Assert.Single(crm.Tasks);
    }

    [Theory]
    [InlineData("unhired", null, "led to no such hire")]
    [InlineData("undated", null, "is not known")]
    [InlineData("left", "2026-04-01", "or the employment ended")]
    [InlineData("early", "2026-04-01", "It is due at 2026-04-30T22:00:00Z.")]
    [InlineData("late", "2026-01-05", "its date was over")]
    public async Task Why_there_is_no_check_in_can_be_asked(string what, string? startsOn, string says)
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", At("2026-03-01"), Applied);
        if (what != "unhired")
        {
            await crm.HappenAsync("h", At("2026-03-02"), Hired(startsOn));
        }

        if (what == "left")
        {
            await crm.HappenAsync("l", At("2026-03-03"), new EmploymentEnded());
        }

        var answer = await crm.Acme.Audit.WhyNotAsync(Histories.Anna.Candidate, WhyNot.Handed(new EffectKey("onboarding-day.30", "app-1", 1, "check-in")));

        Assert.Equal(WhyNotCodes.CheckInNotDue, Assert.Single(answer.Reasons).Code);
        Assert.Contains(says, answer.Reasons[0].Sentence, StringComparison.Ordinal);
    }

    private static async Task<CrmUnderTest> HiredAsync()
    {
        var crm = new CrmUnderTest(rules: rules => rules.In("Europe/Berlin").Lifecycle().Pipeline("standard", "applied", "interview"));
        await crm.HappenAsync("s", At("2026-03-01"), Applied);
        await crm.HappenAsync("h", At("2026-03-02"), Hired("2026-04-01"));
        return crm;
    }

    private static async Task PassAsync(CrmUnderTest crm, Instant now)
    {
        crm.Clock.Now = now;
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
    }

    private static async Task SetAsync(CrmUnderTest crm, FeatureMode mode)
    {
        var position = (await crm.Acme.Rules.ReadAsync()).Position;
        await crm.Acme.Rules.SetModeAsync(mode, new PublishTerms { By = Actor.Crm, Expected = position });
    }
}
