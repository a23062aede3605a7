using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Testing.Tests.Scenarios;

public sealed class ScenarioTests
{
    private static readonly CalendarKey Office = CalendarKey.From("office");

    private static readonly CrmRules Rules = new CrmRulesBuilder()
        .In("Europe/Berlin")
        .Lifecycle()
        .Pipeline("standard", "applied", "interview")
        .Calendar(WorkingCalendar.In("Europe/Berlin").Named(Office).Open(DaysOfWeek.Weekdays, "09:00-17:00").Build())
        .Expect(StandardExpectations.AcknowledgeApplication(Office, Limit.WorkingTime(Duration.FromHours(16))))
        .Expect(StandardExpectations.DecideApplication(Office, Limit.BusinessDays(3)))
        .Build();

    // 2026-03-02 is a Monday.
    private static Scenario Applied => Scenario.With(Rules).Given(anna => anna.At("2026-03-02T10:00+01:00").Applied("app-1", "req-1"));

    [Fact]
    public void A_promise_is_open_until_its_business_days_have_passed_and_broken_then() =>
        Applied
            .ThenPhaseIs(Phase.Hire)
            .ThenPromise("decide-application").IsDueAt("2026-03-05T17:00+01:00")
            .WhenBusinessDaysPass(2, "office").ThenPromise("decide-application").IsOpen()
            .ThenNoTaskIsWanted("decide-application")
            .WhenBusinessDaysPass(1, "office").ThenPromise("decide-application").IsBroken()
            .ThenTaskIsWanted("decide-application", about: "app-1")
            .ThenNothingIsFound();

    [Fact]
    public void Evidence_at_the_due_instant_keeps_a_promise() =>
        Applied
            .WhenItIs("2026-03-05T16:59+01:00").When(anna => anna.At("2026-03-05T17:00+01:00").Offered("app-1"))
            .ThenPromise("decide-application").IsKept()
            .WhenTimePasses(Duration.FromDays(30)).ThenPromise("decide-application", about: "app-1").IsKept();

    [Fact]
    public void A_broken_promise_may_be_fulfilled_late() =>
        Applied
            .WhenTimePasses(Duration.FromDays(7)).When(anna => anna.Rejected("app-1"))
            .ThenPromise("decide-application").IsFulfilledLate();

    [Fact]
    public void A_promise_ends_with_what_it_was_about() =>
        Applied
            .When(anna => anna.Later(Duration.FromHours(1)).Withdrew("app-1"))
            .ThenPromise("acknowledge-application").IsVoid()
            .ThenPromise("decide-application").IsKept();

    [Fact]
    public void A_key_that_no_expectation_has_is_a_mistake_of_the_test()
    {
        var error = Assert.Throws<ArgumentException>("expectation", () => Applied.ThenPromise("nope"));

        Assert.StartsWith("There is no expectation nope. Known are acknowledge-application, decide-application.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("rule", () => Applied.ThenNoTaskIsWanted("nope"));
        Assert.Throws<ArgumentException>("rule", () => Applied.ThenTaskIsWanted("nope"));
    }

    [Fact]
    public void Working_time_runs_in_open_hours_only() =>
        Applied
            .WhenWorkingTimePasses(Duration.FromHours(15), "office").ThenPromise("acknowledge-application").IsOpen()
            .WhenWorkingTimePasses(Duration.FromHours(1), "office").ThenPromise("acknowledge-application").IsBroken()
            .Then("it is Wednesday at ten", _ => true);

    [Fact]
    public void Steps_share_a_beginning_and_do_not_disturb_each_other()
    {
        var beginning = Applied;
        var answered = beginning.When(anna => anna.Later(Duration.FromHours(1)).Messaged("app-1"));
        var silent = beginning.WhenTimePasses(Duration.FromDays(20));

        answered.ThenPromise("acknowledge-application").IsKept();
        silent.ThenPromise("acknowledge-application").IsBroken();
        beginning.ThenPromise("acknowledge-application").IsOpen();
        Assert.Single(beginning.Timeline);
    }

    [Fact]
    public void Facts_of_several_steps_have_ids_of_their_own()
    {
        var scenario = Applied.When(anna => anna.Messaged("app-1").Messaged("app-1")).When(anna => anna.Messaged("app-1"));

        Assert.Equal(4, scenario.Timeline.Select(e => e.Id).Distinct().Count());
        Assert.Equal(scenario.Timeline.AsEnumerable(), scenario.Timeline.OrderBy(e => e.Place));
    }

    [Fact]
    public void A_late_fact_corrects_the_past_and_the_clock_stays() =>
        Assert.Equal(
            Instant.FromUtc(2026, 3, 22, 9, 0),
            Applied.WhenTimePasses(Duration.FromDays(20))
                .When(anna => anna.At("2026-03-02T12:00+01:00").Offered("app-1"))
                .ThenPromise("decide-application").IsKept().Now);

    [Fact]
    public void A_failure_says_what_was_expected_what_came_and_what_the_CRM_holds()
    {
        var error = Assert.Throws<ScenarioFailedException>(() => Applied.WhenBusinessDaysPass(4, "office").ThenPromise("decide-application").IsKept());

        Assert.Equal(("promise decide-application to be kept", "broken"), (error.Expected, error.Came));
        Assert.Contains("- phase hire since 2026-03-02T09:00:00Z", error.Message, StringComparison.Ordinal);
        Assert.Contains("- promise decide-application#1:app-1: Broken, opened 2026-03-02T09:00:00Z, due 2026-03-05T16:00:00Z", error.Message, StringComparison.Ordinal);
        Assert.Contains("- told at 2026-03-02T09:00:00Z: application.submitted (application:app-1:submitted)", error.Message, StringComparison.Ordinal);
        Assert.Contains("- wanted at 2026-03-05T16:00:00Z: task:decide-application#1:app-1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_question_fails_where_it_should()
    {
        Fails(s => s.ThenPhaseIs(Phase.Nurture));
        Fails(s => s.ThenTaskIsWanted("decide-application"));
        Fails(s => s.WhenTimePasses(Duration.FromDays(9)).ThenNoTaskIsWanted("decide-application"));
        Fails(s => s.ThenFindingIs(FindingCodes.ApplicationUnknown));
        Fails(s => s.When(anna => anna.Entered("app-9", "interview")).ThenNothingIsFound());
        Fails(s => s.ThenPromise("decide-application").IsBroken());
        Fails(s => s.ThenPromise("decide-application").IsVoid());
        Fails(s => s.ThenPromise("decide-application").IsFulfilledLate());
        Fails(s => s.ThenPromise("decide-application").WasNeverOpened());
        Fails(s => s.ThenPromise("decide-application").IsDueAt("2026-03-05T17:01+01:00"));
        Fails(s => s.WhenTimePasses(Duration.FromDays(9)).ThenPromise("decide-application").IsOpen());
        Fails(s => s.ThenPromise("decide-application", about: "app-2").IsOpen());
        Fails(s => s.Then("two applications", r => r.Applications!.All.Length == 2));
    }

    [Fact]
    public void A_question_about_several_promises_wants_to_know_which()
    {
        var two = Applied.When(anna => anna.Applied("app-2", "req-2").Offered("app-2"));

        var error = Assert.Throws<ScenarioFailedException>(() => two.ThenPromise("decide-application").IsOpen());
        Assert.Contains("say about which application", error.Message, StringComparison.Ordinal);
        two.ThenPromise("decide-application", about: "app-1").IsOpen().ThenPromise("decide-application", about: "app-2").IsKept();
        Scenario.With(Rules).Given(anna => anna.At("2026-03-02T10:00Z").Found()).ThenPromise("decide-application").WasNeverOpened();
    }

    [Fact]
    public void Mistakes_of_the_scenario_itself_are_told_apart()
    {
        Assert.Throws<ArgumentException>(() => Applied.WhenBusinessDaysPass(1, "nowhere"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Applied.WhenItIs("2026-03-01T10:00Z"));
        Assert.Throws<InvalidOperationException>(() => Scenario.With(Rules).WhenTimePasses(Duration.FromDays(1)));
    }

    private static void Fails(Func<Scenario, Scenario> step) => Assert.Throws<ScenarioFailedException>(() => step(Applied));
}
