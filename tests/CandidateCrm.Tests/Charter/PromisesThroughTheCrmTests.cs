using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Jobs;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Charter;

/// <summary>Promises from the fact to the report, on days that can be looked up: Berlin, 09:00-12:30 and 13:30-18:00, Monday to Friday.</summary>
public sealed class PromisesThroughTheCrmTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private const string Acknowledge = "acknowledge-application";
    private const string Decide = "decide-application";

    [Theory]
    [InlineData("2026-03-02T08:00:00Z", "2026-03-02T13:00:00Z", "2026-03-05T17:00:00Z")] // Monday 09:00: 14:00 the same day; close of Thursday
    [InlineData("2026-03-06T15:00:00Z", "2026-03-09T10:00:00Z", "2026-03-11T17:00:00Z")] // Friday 16:00: two hours are left, Monday 11:00; close of Wednesday
    [InlineData("2026-03-07T11:00:00Z", "2026-03-09T13:00:00Z", "2026-03-11T17:00:00Z")] // Saturday noon counts from Monday morning
    [InlineData("2026-03-27T16:30:00Z", "2026-03-30T10:30:00Z", "2026-04-01T16:00:00Z")] // Friday 17:30 in winter time: half an hour is left, Monday 12:30 in summer time
    public async Task Due_times_are_counted_in_open_hours_and_business_days(string submitted, string acknowledged, string decided)
    {
        await using var crm = Crm();
        var recorded = await SubmitAsync(crm, submitted);

        Assert.Equal([At(acknowledged), At(decided)], recorded.Promises.Select(p => p.DueAt));
    }

    [Theory]
    [InlineData(true, "level.remind.1, level.ask.1, level.ask.2")]
    [InlineData(false, "level.ask.2")]
    public async Task Levels_that_come_late_collapse_to_the_highest(bool punctual, string opened)
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Calendar(TestRules.Everything.Calendars[0]).Expect(StandardExpectations.InterviewerFeedback(TestRules.Office, Duration.FromHours(8))));
        await crm.HappenAsync("i", Histories.Start, new InterviewHeld { Application = JobApplicationId.From("app-1"), Interview = InterviewId.From("i-1") });
        foreach (var step in Enumerable.Range(1, 80))
        {
            crm.Clock.Now = Histories.Start + Duration.FromHours(step);
            if (punctual || step == 80)
            {
                await crm.Runner.RunDueWorkAsync();
                await crm.Runner.DrainOutboxAsync();
            }
        }

        Assert.Equal(opened, string.Join(", ", crm.Tasks.Select(task => task.Key.Part).Where(part => part.StartsWith("level.", StringComparison.Ordinal))));
        Assert.Equal(punctual ? 0 : 2, (await crm.TimelineAsync()).Count(e => e.Entry is EffectSkipped { Reason: EffectSkipCodes.Overtaken }));
    }

    [Fact]
    public async Task An_acknowledgement_at_the_due_instant_keeps_the_promise_and_its_time_is_working_time()
    {
        await using var crm = Crm();
        await SubmitAsync(crm, "2026-03-02T08:00:00Z");
        var kept = await crm.HappenAsync("m", At("2026-03-02T13:00:00Z"), Mail(automated: true));

        var verdict = Assert.Single(kept.Derived.Select(e => e.Entry).OfType<PromiseKept>());
        Assert.Equal((Acknowledge, Duration.FromHours(4)), (verdict.Promise.Expectation.Value, verdict.WorkingTime));
        Assert.Equal(Decide, Assert.Single(kept.Promises).Key.Expectation.Value);
    }

    [Fact]
    public async Task A_moment_after_the_due_instant_it_is_broken_and_then_fulfilled_late()
    {
        await using var crm = Crm();
        await SubmitAsync(crm, "2026-03-02T08:00:00Z");
        var late = await crm.HappenAsync("m", At("2026-03-02T13:30:00Z"), Mail(automated: true));

        Assert.Equal(At("2026-03-02T13:00:00Z"), Assert.Single(late.Derived, e => e.Entry is PromiseBroken).OccurredAt);
        var fulfilled = Assert.Single(late.Derived.Select(e => e.Entry).OfType<PromiseFulfilledLate>());
        Assert.Equal((At("2026-03-02T13:00:00Z"), Duration.FromMinutes(30)), (fulfilled.DueAt, fulfilled.WorkingOverrun));
        Assert.Equal(new EffectKey(Acknowledge, "app-1", 1, "task"), late.Effects.Single(e => e.Intent is OpenTask).Key);
    }

    [Fact]
    public async Task A_promise_about_an_application_that_ended_is_void_unless_the_end_keeps_it()
    {
        var silent = StandardExpectations.AcknowledgeApplication(TestRules.Office, Limit.BusinessDays(1)) with { KeptBy = FactPattern.Touch(Direction.Outbound) };
        await using var crm = new CrmUnderTest(rules: rules => rules.Calendar(TestRules.Everything.Calendars[0])
            .Expect(silent).Expect(StandardExpectations.DecideApplication(TestRules.Office, Limit.BusinessDays(3))));
        await SubmitAsync(crm, "2026-03-02T08:00:00Z");
        var ended = await crm.HappenAsync("x", At("2026-03-02T09:00:00Z"), new ApplicationEnded { Application = App, Disposition = Disposition.Withdrew });

        Assert.Equal((Acknowledge, false), ended.Derived.Select(e => e.Entry).OfType<PromiseVoided>().Select(v => (v.Promise.Expectation.Value, v.WasBroken)).Single());
        Assert.Equal(Decide, ended.Derived.Select(e => e.Entry).OfType<PromiseKept>().Single().Promise.Expectation.Value);
        Assert.Empty(ended.Promises);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_machine_keeps_only_what_it_may_keep(bool automated, bool isKept)
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("r", At("2026-03-02T08:00:00Z"), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound });
        var answered = await crm.HappenAsync("m", At("2026-03-02T09:00:00Z"), new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Automated = automated });

        Assert.Equal(isKept, answered.Derived.Any(e => e.Entry is PromiseKept));
        Assert.Equal(isKept ? 0 : 1, answered.Promises.Length);
    }

    [Fact]
    public async Task A_message_about_another_application_keeps_nothing()
    {
        await using var crm = Crm();
        await SubmitAsync(crm, "2026-03-02T08:00:00Z");
        var other = await crm.HappenAsync("m", At("2026-03-02T09:00:00Z"), Mail(automated: false) with { Application = JobApplicationId.From("app-2") });

        Assert.Equal(2, other.Promises.Length);
    }

    [Fact]
    public async Task Reopened_means_promised_again_under_the_next_number()
    {
        await using var crm = Crm();
        await SubmitAsync(crm, "2026-03-02T08:00:00Z");
        await crm.HappenAsync("x", At("2026-03-02T09:00:00Z"), new ApplicationEnded { Application = App, Disposition = Disposition.Rejected });
        var again = await crm.HappenAsync("o", At("2026-03-03T08:00:00Z"), new ApplicationReopened { Application = App });

        Assert.Equal(new PromiseKey(ExpectationKey.From(Decide), "app-1", 2), Assert.Single(again.Promises).Key);
    }

    [Fact]
    public async Task The_report_card_counts_each_promise_once()
    {
        await using var crm = Crm();
        await SubmitAsync(crm, "2026-03-02T08:00:00Z", "kept");
        await crm.HappenAsync("kept:m", At("2026-03-02T09:00:00Z"), Mail(automated: true), "kept");
        await SubmitAsync(crm, "2026-03-02T09:30:00Z", "late");
        await SubmitAsync(crm, "2026-03-02T09:31:00Z", "silent");
        await SubmitAsync(crm, "2026-03-02T09:32:00Z", "ended");
        await crm.HappenAsync("late:m", At("2026-03-04T09:00:00Z"), Mail(automated: true), "late");
        await SubmitAsync(crm, "2026-03-04T09:30:00Z", "young");
        await crm.HappenAsync("ended:x", At("2026-03-04T09:31:00Z"), new ApplicationEnded { Application = App, Disposition = Disposition.Duplicate }, "ended");

        // Without due work and with it: an alarm that has not rung counts as if it had.
        crm.Clock.Now = At("2026-03-05T16:00:00Z");
        var before = (await crm.Acme.Charter.ReportAsync()).Lines;
        await crm.Runner.RunDueWorkAsync();
        var after = (await crm.Acme.Charter.ReportAsync()).Lines;

        Assert.Equal(before.Select(Counts), after.Select(Counts));
        Assert.Equal([(Acknowledge, 1, 2, 2, 0, 0), (Decide, 1, 0, 0, 4, 0)], after.Select(Counts));
        Assert.Equal(0.2m, after[0].ShareKept);
        Assert.All(after, line => Assert.Equal(5, line.Total));
    }

    [Fact]
    public async Task The_report_card_counts_what_is_due_also_where_new_rules_ask_for_the_past()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 2);
        await People.PublishAsync(crm, People.Rescored);
        crm.Clock.Now = At("2026-03-02T13:00:00Z");
        var before = (await crm.Acme.Charter.ReportAsync()).Lines;
        await crm.Runner.RunDueWorkAsync();
        var after = (await crm.Acme.Charter.ReportAsync()).Lines;

        Assert.Equal(2, before.Single(line => line.Expectation.Value == Acknowledge).OpenOverdue);
        Assert.Equal(after.Select(Counts), before.Select(Counts));
    }

    [Fact]
    public async Task The_overdue_list_begins_with_the_longest_and_counts_from_the_due_instant()
    {
        await using var crm = Crm();
        await SubmitAsync(crm, "2026-03-02T09:30:00Z", "later");
        await SubmitAsync(crm, "2026-03-02T08:00:00Z", "sooner");
        crm.Clock.Now = At("2026-03-02T13:00:00Z") - Duration.FromTicks(10);
        Assert.Empty(await crm.Acme.Charter.OverdueAsync().ToArrayAsync());
        crm.Clock.Now = At("2026-03-02T13:00:00Z");
        Assert.Equal((Duration.Zero, PromiseState.Broken), Assert.Single((await crm.Acme.Charter.OverdueAsync().ToArrayAsync()).Select(o => (o.Overdue, o.Promise.State))));

        crm.Clock.Now = At("2026-03-03T08:30:00Z");
        var overdue = await crm.Acme.Charter.OverdueAsync().ToArrayAsync();
        Assert.Equal(["sooner", "later"], overdue.Select(o => o.Candidate.Value));
        Assert.Equal((Duration.FromHours(19.5), Duration.FromHours(4.5)), (overdue[0].Overdue, overdue[0].WorkingOverdue));

        await crm.HappenAsync("m", At("2026-03-03T08:31:00Z"), Mail(automated: true), "sooner");
        Assert.Equal("later", Assert.Single(await crm.Acme.Charter.OverdueAsync().ToArrayAsync()).Candidate.Value);
    }

    private static CrmUnderTest Crm() => new(rules: rules => rules.Take(TestRules.Everything with
    {
        Expectations = [.. TestRules.Everything.Expectations.Take(2)],
        Scores = [],
    }));

    private static (string, long, long, long, long, long) Counts(ReportCardLine line) =>
        (line.Expectation.Value, line.Kept, line.Broken, line.OpenOverdue, line.OpenInTime, line.Void);

    private static Task<CandidateCrm.Tenants.Recorded> SubmitAsync(CrmUnderTest crm, string at, string candidate = "anna") =>
        crm.HappenAsync($"{candidate}:s", At(at), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") }, candidate);

    private static TouchpointRecorded Mail(bool automated) =>
        new() { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = App, Automated = automated };

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();
}
