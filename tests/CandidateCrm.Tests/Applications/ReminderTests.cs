using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Applications;

/// <summary>When an interview is announced as near: by the clock of the place where it happens.</summary>
public sealed class ReminderTests
{
    private const string NewYork = "America/New_York";
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly InterviewId Talk = InterviewId.From("int-1");

    [Theory]
    [InlineData("2026-03-20T15:00:00Z", "Europe/Berlin", 1, "18:00", "2026-03-19T17:00:00Z")] // an ordinary evening, one hour ahead of UTC
    [InlineData("2026-03-10T03:00:00Z", NewYork, 1, "18:00", "2026-03-08T22:00:00Z")] // 23:00 on the 9th in New York, so the evening of the 8th
    [InlineData("2026-03-10T03:00:00Z", "Europe/Berlin", 1, "18:00", "2026-03-09T17:00:00Z")] // the same interview is on the 10th in Berlin
    [InlineData("2026-03-09T14:00:00Z", NewYork, 1, "02:30", "2026-03-08T07:30:00Z")] // 02:30 is skipped on 8 March: 03:30 summer time
    [InlineData("2026-11-02T15:00:00Z", NewYork, 1, "01:30", "2026-11-01T05:30:00Z")] // 01:30 comes twice on 1 November: the first, still summer time
    [InlineData("2026-03-30T08:00:00Z", "Europe/Berlin", 2, "09:00", "2026-03-28T08:00:00Z")] // across the change on 29 March: 09:00 in winter time
    [InlineData("2026-03-30T08:00:00Z", "Europe/Berlin", 0, "09:00", "2026-03-30T07:00:00Z")] // the same morning, already summer time
    public void Days_before_count_by_the_dates_and_the_clock_of_the_place(string startsAt, string zone, int days, string time, string expected)
    {
        var reminder = ReminderTime.DaysBefore(days, LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).GetValueOrThrow());

        Assert.Equal(At(expected), reminder.Of(At(startsAt), DateTimeZoneProviders.Tzdb[zone]));
    }

    [Fact]
    public void A_length_of_time_is_elapsed_time_also_across_a_change_of_the_clocks() =>
        Assert.Equal(At("2026-03-28T08:00:00Z"), ReminderTime.Ahead(Duration.FromHours(24)).Of(At("2026-03-29T08:00:00Z"), DateTimeZoneProviders.Tzdb["Europe/Berlin"]));

    [Fact]
    public void A_reminder_is_bounded_and_reads_as_a_sentence()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ReminderTime.Ahead(Duration.FromSeconds(59)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReminderTime.Ahead(Duration.FromDays(60) + Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReminderTime.DaysBefore(-1, LocalTime.Noon));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReminderTime.DaysBefore(61, LocalTime.Noon));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReminderTime.DaysBefore(1, new LocalTime(12, 0, 30)));
        Assert.Equal(("1 day before at 18:00", "0 days before at 12:00", "0:01:30:00 before"), ($"{ReminderTime.DaysBefore(1, new LocalTime(18, 0))}", $"{ReminderTime.DaysBefore(0, LocalTime.Noon)}", $"{ReminderTime.Ahead(Duration.FromMinutes(90))}"));
    }

    [Fact]
    public void Each_reminder_comes_once_at_its_own_instant_and_none_after_the_interview_began()
    {
        var decision = Folded("2026-03-20T00:00:00Z", ("2026-03-02T10:00:00Z", Planned("2026-03-10T14:00:00Z")));

        // Nine in New York on the day before, and two hours ahead.
        Assert.Equal([("2026-03-09T13:00:00Z", "day-before", 1), ("2026-03-10T12:00:00Z", "two-hours-before", 1)], Raised(decision));
        Assert.Null(decision.Next.NextChangeAt);
    }

    [Fact]
    public void An_interview_without_a_zone_or_in_an_unknown_one_follows_the_clock_of_the_tenant()
    {
        foreach (var zone in new[] { null, "Mars/Olympus" })
        {
            var decision = Folded("2026-03-20T00:00:00Z", ("2026-03-02T10:00:00Z", Planned("2026-03-10T14:00:00Z") with { Zone = zone }));

            Assert.Contains(("2026-03-09T08:00:00Z", "day-before", 1), Raised(decision));
        }
    }

    [Fact]
    public void Another_date_takes_the_reminders_along_and_they_come_again()
    {
        var decision = Folded(
            "2026-03-30T00:00:00Z",
            ("2026-03-02T10:00:00Z", Planned("2026-03-10T14:00:00Z")),
            ("2026-03-09T15:00:00Z", new InterviewRescheduled { Application = App, Interview = Talk, StartsAt = At("2026-03-17T14:00:00Z") }));

        Assert.Equal([("2026-03-09T13:00:00Z", "day-before", 1), ("2026-03-16T13:00:00Z", "day-before", 2), ("2026-03-17T12:00:00Z", "two-hours-before", 2)], Raised(decision));
    }

    [Fact]
    public void What_would_have_come_before_the_date_was_told_does_not_come_and_what_comes_that_very_instant_does()
    {
        var late = Folded("2026-03-20T00:00:00Z", ("2026-03-09T13:00:00.000001Z", Planned("2026-03-10T14:00:00Z")));
        var inTime = Folded("2026-03-20T00:00:00Z", ("2026-03-09T13:00:00Z", Planned("2026-03-10T14:00:00Z")));

        Assert.Equal(["two-hours-before"], Raised(late).Select(each => each.Reminder));
        Assert.Equal(["day-before", "two-hours-before"], Raised(inTime).Select(each => each.Reminder));
    }

    public static TheoryData<string, IFact> Stopping => new()
    {
        { "cancelled", new InterviewCancelled { Application = App, Interview = Talk } },
        { "held", new InterviewHeld { Application = App, Interview = Talk } },
        { "missed", new InterviewMissed { Application = App, Interview = Talk, By = Absentee.Us } },
        { "to be chosen anew", new InterviewSlotsOffered { Application = App, Interview = Talk } },
        { "rejected", new ApplicationEnded { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") } },
    };

    [Theory]
    [MemberData(nameof(Stopping), DisableDiscoveryEnumeration = true)]
    public void Nothing_comes_of_an_interview_that_will_not_be_also_where_that_is_told_at_the_very_instant(string what, IFact fact)
    {
        var decision = Folded("2026-03-20T00:00:00Z", ("2026-03-02T10:00:00Z", Planned("2026-03-10T14:00:00Z")), ("2026-03-09T13:00:00Z", fact));

        Assert.True(Raised(decision).Length == 0, what);
        Assert.Null(decision.Next.NextChangeAt);
    }

    [Fact]
    public async Task A_reminder_reaches_the_handler_of_the_host_once_and_after_the_end_no_name_is_used_again()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Expectations = [], Scores = [] }));
        await crm.HappenAsync("submitted", At("2026-03-02T09:00:00Z"), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });
        await crm.HappenAsync("planned", At("2026-03-02T10:00:00Z"), Planned("2026-03-10T14:00:00Z"));
        Assert.Equal(["day-before#1", "two-hours-before#1"], await HeardAsync(crm, "2026-03-11T00:00:00Z"));

        await crm.HappenAsync("ended", At("2026-03-12T10:00:00Z"), new ApplicationEnded { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") });
        await crm.HappenAsync("back", At("2026-03-13T10:00:00Z"), new ApplicationReopened { Application = App });
        await crm.HappenAsync("again", At("2026-03-13T11:00:00Z"), Planned("2026-03-20T14:00:00Z"));
        Assert.Equal(["day-before#2", "two-hours-before#2"], await HeardAsync(crm, "2026-03-21T00:00:00Z"));
    }

    [Fact]
    public async Task A_cancellation_that_comes_late_takes_back_what_has_not_gone_out()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Expectations = [], Scores = [] }));
        await crm.HappenAsync("planned", At("2026-03-02T10:00:00Z"), Planned("2026-03-10T14:00:00Z"));
        crm.Clock.Now = At("2026-03-09T13:30:00Z");
        await crm.Runner.RunDueWorkAsync();
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("cancelled", At("2026-03-09T12:00:00Z"), new InterviewCancelled { Application = App, Interview = Talk }));

        Assert.DoesNotContain("day-before#1", await HeardAsync(crm, "2026-03-11T00:00:00Z"));
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Entry is InterviewApproaching);
    }

    private static async Task<string[]> HeardAsync(CrmUnderTest crm, string until)
    {
        crm.Announced.Clear();
        crm.Clock.Now = At(until) - Duration.FromHours(12);
        await crm.Runner.RunDueWorkAsync();
        crm.Clock.Now = At(until);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        await crm.Runner.DrainOutboxAsync();
        return [.. crm.Announced.Where(a => a.Key.Part == "announce.interview_approaching").Select(a => $"{a.Key.Rule}#{a.Key.Ordinal}")];
    }

    private static InterviewScheduled Planned(string startsAt) => new() { Application = App, Interview = Talk, StartsAt = At(startsAt), Zone = NewYork };

    private static (string At, string Reminder, int Ordinal)[] Raised(Decision decision) =>
    [
        .. decision.Derived.Where(e => e.Entry is InterviewApproaching)
            .Select(e => (InstantPattern.ExtendedIso.Format(e.OccurredAt), ((InterviewApproaching)e.Entry).Reminder.Value, ((InterviewApproaching)e.Entry).Ordinal)),
    ];

    private static Decision Folded(string until, params (string At, IFact Fact)[] facts)
    {
        var rules = ActivationLog.Always(TestRules.Everything with { Expectations = [], Scores = [] });
        return new RelationshipEngine().Replay(Histories.Anna, [.. facts.Select((fact, i) => Histories.Event($"f{i}", At(fact.At), fact.Fact))], rules, At(until));
    }

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();
}
