using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Charter;

/// <summary>What saves a promise at its due instant and what does not, what is owed on after an end, and what a rebase counts.</summary>
public sealed class CharterDueInstantTests
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly ApplicationSubmitted Submitted = new() { Application = App, Requisition = RequisitionId.From("req-1") };
    private static readonly ApplicationEnded Ended = new() { Application = App, Disposition = Disposition.Withdrew };
    private static readonly TouchpointRecorded Out = new() { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = App };
    private static readonly OnceExpectation Plain = CharterRules.Acknowledge with { Levels = [], Limit = Limit.WorkingTime(Duration.FromHours(8)) };

    [Theory]
    [InlineData("2026-03-02T16:59:59.999999Z", "opened, voided")]
    [InlineData("2026-03-02T17:00:00Z", "opened, broken 2026-03-02T17:00:00Z, voided broken")]
    [InlineData("2026-03-02T17:00:00.000001Z", "opened, broken 2026-03-02T17:00:00Z, voided broken")]
    public void An_end_at_the_due_instant_comes_too_late_to_undo_the_breach(string at, string story) =>
        Assert.Equal(story, Story(Replay(Plain, "2026-03-03T09:00:00Z", ("s", "2026-03-02T09:00:00Z", Submitted), ("e", at, Ended))));

    [Fact]
    public void Evidence_at_the_due_instant_keeps() =>
        Assert.Equal("opened, kept", Story(Replay(Plain, "2026-03-03T09:00:00Z", ("s", "2026-03-02T09:00:00Z", Submitted), ("e", "2026-03-02T17:00:00Z", Out))));

    [Fact]
    public void What_begins_anew_at_the_due_instant_leaves_the_breach_behind()
    {
        var rule = Plain with { Again = AgainRule.Restart, StartedBy = FactPattern.Of<InterviewHeld>() };
        var held = new InterviewHeld { Application = App, Interview = InterviewId.From("i-1") };
        Assert.Equal(
            "opened, opened, broken 2026-03-02T17:00:00Z",
            Story(Replay(rule, "2026-03-03T09:00:00Z", ("s", "2026-03-02T09:00:00Z", held), ("t", "2026-03-02T17:00:00Z", held with { Interview = InterviewId.From("i-2") }))));
    }

    [Fact]
    public void What_is_owed_on_after_the_end_is_owed_on_also_when_it_was_broken_before()
    {
        var rule = Plain with { WhenApplicationEnds = ApplicationEndRule.Stay, TaskWhenBroken = true };
        var overdue = Replay(rule, "2026-03-03T12:00:00Z", ("s", "2026-03-02T09:00:00Z", Submitted), ("e", "2026-03-03T10:00:00Z", Ended));
        var told = Replay(rule, "2026-03-04T12:00:00Z", ("s", "2026-03-02T09:00:00Z", Submitted), ("e", "2026-03-03T10:00:00Z", Ended), ("m", "2026-03-04T10:00:00Z", Out));

        Assert.Equal("opened, broken 2026-03-02T17:00:00Z", Story(overdue));
        Assert.Single(overdue.Next.Tasks!.Open);
        Assert.Equal("opened, broken 2026-03-02T17:00:00Z, late 9:00", Story(told));
        Assert.Equal(Duration.FromHours(8 + 9), Assert.Single(Events<PromiseFulfilledLate>(told)).WorkingTime);
    }

    [Fact]
    public void A_broken_promise_whose_application_ended_counts_as_broken_and_not_as_overdue()
    {
        PromiseStanding Standing(params (string Id, string At, IFact Fact)[] told)
        {
            var reader = new PromiseRecordReader(Histories.Anna.Candidate);
            var end = Engine.Observed(Histories.Anna, Told(told), Log(Plain with { WhenApplicationEnds = ApplicationEndRule.Stay }), At("2026-03-04T12:00:00Z"), reader).Next;
            return Assert.Single(reader.Standing(end.Charter, end.Applications)).Standing;
        }

        Assert.Equal(PromiseStanding.OpenOverdue, Standing(("s", "2026-03-02T09:00:00Z", Submitted)));
        Assert.Equal(PromiseStanding.Broken, Standing(("s", "2026-03-02T09:00:00Z", Submitted), ("e", "2026-03-03T10:00:00Z", Ended)));
    }

    [Fact]
    public void A_call_that_the_candidate_made_answers_and_asks_nothing()
    {
        var replay = Replay(StandardExpectations.AnswerQuestions(CharterRules.Office, Limit.WorkingTime(Duration.FromHours(8))), "2026-03-09T12:00:00Z",
            ("q", "2026-03-02T09:00:00Z", Out with { Direction = Direction.Inbound }), ("c", "2026-03-02T10:00:00Z", Out with { Direction = Direction.Inbound, Kind = TouchKinds.CallHeld }));
        Assert.Equal("opened, kept", Story(replay));
    }

    [Fact]
    public void A_rebase_counts_pauses_that_overlap_once()
    {
        var (waiting, delay) = (CharterRules.Waiting, CharterRules.Delay);
        var replay = Replay(Plain, "2026-03-02T13:30:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted),
            ("a", "2026-03-02T10:00:00Z", new WaitingBegan { Application = App, Reason = waiting }), ("b", "2026-03-02T11:00:00Z", new WaitingBegan { Application = App, Reason = delay }),
            ("c", "2026-03-02T12:00:00Z", new WaitingEnded { Application = App, Reason = waiting }), ("r", "2026-03-02T12:30:00Z", new RebaseOrdered { Expectation = Plain.Key }),
            ("d", "2026-03-02T13:00:00Z", new WaitingEnded { Application = App, Reason = delay }));

        Assert.Equal((At("2026-03-02T17:00:00Z"), At("2026-03-02T17:00:00Z")), Events<PromiseRebased>(replay).Select(e => (e.OldDueAt, e.DueAt)).Single());
        Assert.Equal(At("2026-03-03T12:00:00Z"), Assert.Single(replay.Next.Charter!.Promises).DueAt);
    }

    [Theory]
    [InlineData(10, "2026-03-03T15:00:00Z")]
    [InlineData(12, "2026-03-03T17:00:00Z")]
    [InlineData(3, "2026-03-03T10:00:00Z")]
    public void A_rebase_of_a_total_leaves_what_it_had_used(int hours, string due)
    {
        // Four of ten hours were used when it was finished; it is undone the next morning.
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = At("2026-03-02T00:00:00Z"), Rules = CharterRules.Of(CharterRules.Total) },
            new Activation { Position = 2, EffectiveFrom = At("2026-03-03T09:30:00Z"), Rules = CharterRules.Of(CharterRules.Total with { Version = 2, Limit = Limit.WorkingTime(Duration.FromHours(hours)) }) },
        ]);
        var replay = Engine.Replay(
            Histories.Anna,
            Told(
                ("s", "2026-03-02T09:00:00Z", Submitted), ("i", "2026-03-02T13:00:00Z", new InterviewHeld { Application = App, Interview = InterviewId.From("i-1") }),
                ("o", "2026-03-03T09:00:00Z", new OfferMade { Application = App }), ("r", "2026-03-03T09:45:00Z", new RebaseOrdered { Expectation = CharterRules.Total.Key })),
            log,
            At("2026-03-03T09:50:00Z"));

        Assert.Equal(At("2026-03-03T15:00:00Z"), Assert.Single(Events<PromiseRebased>(replay)).OldDueAt);
        Assert.Equal(hours == 3 ? At("2026-03-03T09:00:00Z") : At(due), Events<PromiseRebased>(replay).Single().DueAt);
    }

    [Fact]
    public void A_pause_that_was_not_known_yet_is_no_difference_of_zone_data()
    {
        var replay = Replay(Plain, "2026-03-02T12:00:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted),
            ("w", "2026-03-02T09:02:00Z", new WaitingBegan { Application = App, Reason = CharterRules.Delay }), ("x", "2026-03-02T09:04:00Z", new WaitingEnded { Application = App, Reason = CharterRules.Delay }),
            ("d", "2026-03-02T09:05:00Z", new DueTold { Promise = new PromiseKey(Plain.Key, "app-1", 1), DueAt = At("2026-03-02T17:00:00Z"), ZoneDataVersion = "TZDB: 2020a" }));

        Assert.Equal((At("2026-03-02T17:00:00Z"), At("2026-03-03T09:02:00Z")), Events<PromiseDueMoved>(replay).Select(e => (e.ToldDueAt, e.DueAt)).Single());
        Assert.Empty(Events<FindingNoted>(replay));
    }

    [Theory]
    [InlineData("2026-03-02T16:29:59Z", "opened, broken 2026-03-02T16:30:00Z")]
    [InlineData("2026-03-02T16:30:00Z", "")]
    public void A_fixed_instant_is_due_whatever_the_calendar_and_promises_nothing_once_it_is_there(string at, string story)
    {
        var replay = Replay(Plain with { Limit = Limit.Until(At("2026-03-02T16:30:00Z")) }, "2026-03-03T09:00:00Z", ("s", at, Submitted));

        Assert.Equal(story, Story(replay));
        Assert.Equal(story.Length == 0, Events<FindingNoted>(replay).Any(finding => finding.Code == FindingCodes.InstantPast));
    }

    [Fact]
    public void Hours_between_two_microseconds_end_a_pause_on_the_line_and_ring_once()
    {
        var odd = WorkingCalendar.In("UTC").Named(CharterRules.Office)
            .Open(DaysOfWeek.Weekdays, DayHours.Of(new LocalTime(9, 0).PlusNanoseconds(100), new LocalTime(17, 0).PlusNanoseconds(700))).Build();
        var log = ActivationLog.Always(CharterRules.Of(CharterRules.Acknowledge) with { Calendars = [odd] });
        var replay = Engine.Replay(
            Histories.Anna,
            Told(("s", "2026-03-02T09:00:00.000001Z", Submitted), ("w", "2026-03-02T12:00:00Z", new WaitingBegan { Application = App, Reason = CharterRules.Delay }), ("x", "2026-03-02T16:30:00Z", new WaitingEnded { Application = App, Reason = CharterRules.Delay })),
            log,
            At("2026-03-03T12:00:00Z"));

        Assert.Equal(Microseconds.Floor(Assert.Single(Events<PromiseBroken>(replay)).DueAt), Events<PromiseBroken>(replay).Single().DueAt);
    }

    [Theory]
    [InlineData("1999-03-05T10:00:00Z")]
    [InlineData("2199-03-05T10:00:00Z")]
    [InlineData("2026-03-03T18:00:01Z")]
    public void What_was_told_by_mistake_moves_no_due_time(string told)
    {
        var replay = Replay(Plain, "2026-03-02T12:00:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted), ("d", "2026-03-02T09:05:00Z", new DueTold { Promise = new PromiseKey(Plain.Key, "app-1", 1), DueAt = At(told), ZoneDataVersion = "TZDB: 2020a" }));

        Assert.Equal(At("2026-03-02T17:00:00Z"), Assert.Single(replay.Next.Charter!.Promises).DueAt);
        Assert.Equal(At(told), Assert.Single(Events<PromiseDueMoved>(replay)).ToldDueAt);
    }

    [Fact]
    public void Of_two_levels_at_one_working_time_the_one_counted_from_the_opening_comes_first()
    {
        PromiseLevel Level(string key, LevelTime at) => new() { Key = LevelKey.From(key), At = at };
        var rule = Plain with { Limit = Limit.WorkingTime(Duration.FromHours(16)), Levels = [Level("before", LevelTime.BeforeDue(Duration.FromHours(8))), Level("share", LevelTime.OfLimit(0.5m))] };
        var replay = Replay(rule, "2026-03-03T12:00:00Z", ("s", "2026-03-02T09:00:00Z", Submitted));

        Assert.Equal([("share", At("2026-03-02T17:00:00Z")), ("before", At("2026-03-03T09:00:00Z"))], replay.Derived.Where(e => e.Entry is PromiseWarned).Select(e => (((PromiseWarned)e.Entry).Level.Value, e.OccurredAt)));
    }

    [Fact]
    public void A_share_of_no_working_time_is_reached_by_the_due_time()
    {
        var rule = CharterRules.Call with { Levels = [new PromiseLevel { Key = LevelKey.From("soon"), At = LevelTime.OfLimit(0.5m) }] };
        var replay = Replay(rule, "2026-03-09T12:00:00Z", ("p", "2026-03-06T18:00:00Z", new ContactPromised { Application = App, DueAt = At("2026-03-07T10:00:00Z") }));

        Assert.All(replay.Derived.Where(e => e.Entry is PromiseWarned or PromiseBroken), e => Assert.Equal(At("2026-03-07T10:00:00Z"), e.OccurredAt));
    }

    private static string Story(Decision decision) => string.Join(", ", decision.Derived.Select(e => e.Entry).Select(entry => entry switch
    {
        PromiseOpened => "opened",
        PromiseKept => "kept",
        PromiseBroken broken => $"broken {broken.DueAt}",
        PromiseVoided ended => ended.WasBroken ? "voided broken" : "voided",
        PromiseFulfilledLate late => $"late {late.WorkingOverrun.Hours}:00",
        _ => null,
    }).OfType<string>());

    private static IEnumerable<T> Events<T>(Decision decision) => decision.Derived.Select(e => e.Entry).OfType<T>();

    private static ActivationLog Log(Expectation rule) => ActivationLog.Always(CharterRules.Of(rule));

    private static TimelineEvent[] Told(params (string Id, string At, IFact Fact)[] told) => [.. told.Select(one => Histories.Event(one.Id, At(one.At), one.Fact))];

    private static Decision Replay(Expectation rule, string until, params (string Id, string At, IFact Fact)[] told) => Engine.Replay(Histories.Anna, Told(told), Log(rule), At(until));

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();
}
