using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using NodaTime.Text;

namespace CandidateCrm.Tests.Charter;

/// <summary>The engine alone, on days that can be looked up: 2026-03-02 is a Monday; the office is open from 09:00 to 17:00 UTC.</summary>
public sealed class CharterEngineTests
{
    private static readonly CompiledCalendar Office = CharterRules.Compiled;
    private static readonly CompiledCalendar Split = WorkingCalendar.In("UTC").Named(CharterRules.Office).Open(DaysOfWeek.Weekdays, "09:00-12:30", "13:30-18:00").Build().Compile();

    [Fact]
    public void A_hold_outside_hours_moves_nothing()
    {
        // Eight hours from 09:00 on: due at 17:00. Held from 17:00 to 09:00 of the next day.
        var due = Opened("2026-03-02T09:00:00Z", 8);
        var held = Pause(due, "2026-03-02T17:00:00Z");
        var resumed = Resume(held, "2026-03-03T09:00:00Z");

        Assert.Equal((PromiseState.Paused, null, Duration.Zero), (held.State, held.DueAt, held.Remaining));
        Assert.Equal(At("2026-03-02T17:00:00Z"), resumed.DueAt);
        Assert.Equal((PromiseState.Broken, At("2026-03-02T17:00:00Z")), (Evaluate(resumed, "2026-03-03T09:00:00Z").State, Evaluate(resumed, "2026-03-03T09:00:00Z").After!.DueAt));
    }

    [Fact]
    public void A_hold_counts_its_working_time_only()
    {
        // Raised 10:00, held 11:00 to 12:00, closed 13:00: two hours. From 10:30 to 11:15 it is 45 minutes.
        var promise = Resume(Pause(Opened("2026-03-02T10:00:00Z", 8), "2026-03-02T11:00:00Z"), "2026-03-02T12:00:00Z");

        Assert.Equal(Duration.FromHours(2), PromiseClock.Used(promise, At("2026-03-02T13:00:00Z"), Office));
        Assert.Equal(Duration.FromMinutes(45), PromiseClock.Used(Opened("2026-03-02T10:30:00Z", 8), At("2026-03-02T11:15:00Z"), Office));
        Assert.Equal(At("2026-03-03T11:00:00Z"), promise.DueAt);
    }

    [Fact]
    public void Both_windows_of_a_day_count() =>
        Assert.Equal(At("2026-03-02T17:00:00Z"), CharterEngine.DueAt(Limit.WorkingTime(Duration.FromHours(7)), At("2026-03-02T09:00:00Z"), Split));

    [Fact]
    public void A_calendar_that_is_closed_to_its_end_gives_no_due_time()
    {
        var closing = WorkingCalendar.In("UTC").Named(CharterRules.Office).Open(DaysOfWeek.Weekdays, "09:00-17:00").EndingOn(new LocalDate(2026, 3, 2)).Build().Compile();

        Assert.False(CharterEngine.TryDueAt(Limit.WorkingTime(Duration.FromHours(9)), At("2026-03-02T09:00:00Z"), closing, out _));
        Assert.Throws<NoOpenTimeException>(() => CharterEngine.DueAt(Limit.BusinessDays(1), At("2026-03-02T09:00:00Z"), closing));
    }

    [Fact]
    public void What_began_at_the_close_of_yesterday_is_not_overdue_this_morning()
    {
        // An interview ended yesterday at 18:00; the feedback is due within an hour of work, and today at 09:00 all of it is left.
        var promise = Opened("2026-03-02T18:00:00Z", 1);

        Assert.Equal((PromiseState.Open, At("2026-03-03T10:00:00Z")), (Evaluate(promise, "2026-03-03T09:00:00Z").State, promise.DueAt));
    }

    [Fact]
    public void Overlapping_reasons_are_one_pause()
    {
        var promise = Opened("2026-03-02T09:00:00Z", 8);
        var paused = Pause(Pause(promise, "2026-03-02T10:00:00Z"), "2026-03-02T11:00:00Z", CharterRules.Delay);
        var halfway = Resume(paused, "2026-03-02T12:00:00Z");
        var resumed = Resume(halfway, "2026-03-02T13:00:00Z", CharterRules.Delay);

        Assert.Equal((PromiseState.Paused, At("2026-03-02T10:00:00Z"), Duration.FromHours(7)), (halfway.State, halfway.PausedSince, halfway.Remaining));
        Assert.Equal((PromiseState.Open, At("2026-03-03T12:00:00Z"), Duration.FromHours(3)), (resumed.State, resumed.DueAt, PromiseClock.Paused(resumed.Pauses, Office)));
        Assert.Same(paused, Pause(paused, "2026-03-02T11:30:00Z", CharterRules.Delay));
    }

    [Fact]
    public void A_later_pause_does_not_undo_a_broken_promise()
    {
        var broken = Evaluate(Opened("2026-03-02T09:00:00Z", 1), "2026-03-02T10:00:00Z").After!;

        Assert.Equal(PromiseState.Broken, broken.State);
        Assert.Same(broken, Pause(broken, "2026-03-02T10:30:00Z"));
    }

    [Fact]
    public void A_limit_of_business_days_is_turned_into_open_time_once()
    {
        // Monday 12:00, one business day: due on Tuesday at 17:00, thirteen hours. Half of them are gone on Tuesday at 10:30.
        var rule = CharterRules.Acknowledge with { Limit = Limit.BusinessDays(1), Levels = [CharterRules.Acknowledge.Levels[0]] };
        var due = CharterEngine.DueAt(rule.Limit, At("2026-03-02T12:00:00Z"), Office);
        var promise = CharterEngine.Open(rule, Key, At("2026-03-02T12:00:00Z"), due, Office);
        var moved = CharterEngine.Resume(CharterEngine.Pause(promise, CharterRules.Waiting, At("2026-03-02T16:00:00Z"), rule, Office), CharterRules.Waiting, At("2026-03-03T10:00:00Z"), rule, Office);

        Assert.Equal(At("2026-03-03T10:30:00Z"), Assert.Single(CharterEngine.StepsOf(promise, rule, Office)).At);
        Assert.Equal((At("2026-03-04T11:00:00Z"), At("2026-03-03T12:30:00Z")), (moved.DueAt, Assert.Single(CharterEngine.StepsOf(moved, rule, Office)).At));
    }

    [Fact]
    public void Levels_are_told_at_their_instants_and_late_ones_collapse_to_the_highest()
    {
        var promise = Opened("2026-03-02T09:00:00Z", 4);
        var steps = CharterEngine.StepsOf(promise, CharterRules.Acknowledge, Office);

        Assert.Equal(
            [("half", 1, At("2026-03-02T11:00:00Z")), ("hour", 1, At("2026-03-02T12:00:00Z")), ("lead", 1, At("2026-03-02T15:00:00Z")), ("lead", 2, At("2026-03-03T17:00:00Z"))],
            steps.Select(step => (step.Level.Key.Value, step.Step, step.At)));
        Assert.Equal(["recruiter", "lead", "head"], steps.Skip(1).Select(step => step.To.Value));
        var late = Evaluate(promise, "2026-03-02T16:00:00Z");
        Assert.Equal(("lead", 1, PromiseState.Broken, 3), (late.Reached!.Value.Level.Key.Value, late.Reached.Value.Step, late.State, late.After!.LevelsPassed));
    }

    [Fact]
    public void A_level_before_the_opening_is_told_at_the_opening()
    {
        var rule = CharterRules.Call with { Levels = [new PromiseLevel { Key = LevelKey.From("day"), At = LevelTime.BeforeDue(Duration.FromHours(8)) }] };
        var promise = CharterEngine.Open(rule, Key, At("2026-03-02T10:00:00Z"), At("2026-03-02T11:00:00Z"), Office);

        Assert.Equal(At("2026-03-02T10:00:00Z"), promise.NextStepAt);
    }

    [Fact]
    public void A_pause_that_lasts_too_long_ends_by_itself()
    {
        // Two days at most: from Monday 10:00 to Wednesday 10:00, sixteen hours of work.
        var paused = Pause(Opened("2026-03-02T09:00:00Z", 4), "2026-03-02T10:00:00Z");
        var over = Evaluate(paused, "2026-03-04T10:00:00Z");

        Assert.Equal((PromiseState.Paused, At("2026-03-04T10:00:00Z")), (Evaluate(paused, "2026-03-04T09:59:59Z").State, paused.NextStepAt));
        Assert.Equal((PromiseState.Open, At("2026-03-04T13:00:00Z")), (over.State, over.After!.DueAt));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_several_pauses_the_one_that_may_last_the_least_is_over_first(bool isLongestFirst)
    {
        // One may last two days, the other one day; whichever began first, at 10:00, and the other at 11:00.
        var rule = CharterRules.Acknowledge with { Pauses = [.. CharterRules.Acknowledge.Pauses.Select(pause => pause with { Longest = Duration.FromDays(pause.Reason == CharterRules.Delay ? 1 : 2) })] };
        var (first, second) = isLongestFirst ? (CharterRules.Waiting, CharterRules.Delay) : (CharterRules.Delay, CharterRules.Waiting);
        var paused = CharterEngine.Pause(Opened("2026-03-02T09:00:00Z", 8), first, At("2026-03-02T10:00:00Z"), rule, Office);
        paused = CharterEngine.Pause(paused, second, At("2026-03-02T11:00:00Z"), rule, Office);

        var over = CharterEngine.Evaluate(paused, rule, Office, paused.NextStepAt!.Value).After!;

        Assert.Equal(At(isLongestFirst ? "2026-03-03T11:00:00Z" : "2026-03-03T10:00:00Z"), paused.NextStepAt);
        Assert.Equal((PromiseState.Paused, At(isLongestFirst ? "2026-03-04T10:00:00Z" : "2026-03-04T11:00:00Z")), (over.State, over.NextStepAt));
        Assert.Equal(CharterRules.Delay, Assert.Single(over.Pauses, pause => pause.To is not null).Reason);
    }

    [Fact]
    public void The_roles_of_a_level_come_each_at_its_own_time_among_other_levels()
    {
        var lead = CharterRules.Acknowledge.Levels[2];
        var rule = CharterRules.Acknowledge with { Levels = [lead, lead with { Key = LevelKey.From("middle"), At = LevelTime.AfterDue(Duration.FromHours(5)), To = [], Every = null }] };

        // Due at 13:00: two hours later the lead, five later the level between, and twelve later, at the close of Tuesday, the head.
        Assert.Equal(
            [("lead", 1, At("2026-03-02T15:00:00Z")), ("middle", 1, At("2026-03-03T10:00:00Z")), ("lead", 2, At("2026-03-03T17:00:00Z"))],
            CharterEngine.StepsOf(Opened("2026-03-02T09:00:00Z", 4), rule, Office).Select(step => (step.Level.Key.Value, step.Step, step.At)));
    }

    [Theory]
    [InlineData("2026-03-02T08:59:59Z")]
    [InlineData("2026-03-02T10:59:59Z")]
    [InlineData("2026-03-02T11:59:59Z")]
    public void What_comes_before_what_is_known_already_is_refused(string at)
    {
        var resumed = Resume(Pause(Opened("2026-03-02T09:00:00Z", 8), "2026-03-02T11:00:00Z"), "2026-03-02T12:00:00Z");
        var paused = Pause(resumed, "2026-03-02T12:00:00Z");

        var early = Assert.Throws<ArgumentException>(() => Pause(resumed, at));

        Assert.Equal("at", early.ParamName);
        Assert.Contains($"{at} lies before 2026-03-02T12:00:00Z", early.Message, StringComparison.Ordinal);
        Assert.Equal("at", Assert.Throws<ArgumentException>(() => Pause(paused, at, CharterRules.Delay)).ParamName);
        Assert.Equal("at", Assert.Throws<ArgumentException>(() => Resume(paused, at)).ParamName);
        Assert.Same(resumed, Resume(resumed, at)); // nothing to end
        var broken = Evaluate(resumed, "2026-03-09T09:00:00Z").After!;
        Assert.Same(broken, Pause(broken, at)); // what is over stays as it is
    }

    [Fact]
    public void A_promise_stands_still_from_its_opening_on_and_not_before()
    {
        var opened = Opened("2026-03-02T09:00:00Z", 8);
        var early = Assert.Throws<ArgumentException>(() => Pause(opened, "2026-03-02T08:59:59Z"));

        Assert.Contains("2026-03-02T08:59:59Z, before it was opened at 2026-03-02T09:00:00Z", early.Message, StringComparison.Ordinal);
        Assert.Equal(Duration.FromHours(8), Pause(opened, "2026-03-02T09:00:00Z").Remaining);
    }

    [Fact]
    public void Evaluating_where_nothing_changes_gives_the_same_promise_and_allocates_nothing()
    {
        var promise = Opened("2026-03-02T09:00:00Z", 4);
        var at = At("2026-03-02T10:00:00Z");
        Assert.Same(promise, CharterEngine.Evaluate(promise, CharterRules.Acknowledge, Office, at).After);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            CharterEngine.Evaluate(promise, CharterRules.Acknowledge, Office, at);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Any_number_of_evaluations_comes_to_the_same_promise() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 5_000), 6)), Arb.From(Gen.Choose(0, 3_000)), (minutes, pause) =>
        {
            var promise = Opened("2026-03-02T08:00:00Z", 6);
            promise = pause % 3 == 0 ? Pause(promise, "2026-03-02T09:30:00Z") : promise;
            var stepped = promise;
            foreach (var minute in minutes.Order())
            {
                stepped = CharterEngine.Evaluate(stepped, CharterRules.Acknowledge, Office, promise.OpenedAt + Duration.FromMinutes(minute)).After!;
            }

            var end = promise.OpenedAt + Duration.FromMinutes(minutes.Max());
            Assert.Equal(Text(CharterEngine.Evaluate(promise, CharterRules.Acknowledge, Office, end).After!), Text(stepped));
        }).Check(Tries.Of());

    [Fact]
    public void A_closure_never_brings_a_due_time_forward() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 20 * 96)), Arb.From(Gen.Choose(1, 200)), Arb.From(Gen.Choose(0, 25)), (start, quarters, day) =>
        {
            var closed = WorkingCalendar.In("UTC").Named(CharterRules.Office).Open(DaysOfWeek.Weekdays, "09:00-17:00").Close(new LocalDate(2026, 3, 2).PlusDays(day), "x").Build().Compile();
            var at = CharterHistory.At(start);
            var limit = quarters % 5 == 0 ? Limit.BusinessDays(1 + (quarters % 9)) : Limit.WorkingTime(Duration.FromMinutes(15 * quarters));
            return CharterEngine.DueAt(limit, at, closed) >= CharterEngine.DueAt(limit, at, Office);
        }).Check(Tries.Of());

    [Fact]
    public void A_pause_outside_working_time_changes_nothing() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 4)), Arb.From(Gen.Choose(1, 15 * 4)), Arb.From(Gen.Choose(1, 100)), (day, length, quarters) =>
        {
            var promise = CharterEngine.Open(CharterRules.Acknowledge, Key, At("2026-03-02T09:00:00Z"), CharterEngine.DueAt(Limit.WorkingTime(Duration.FromMinutes(15 * quarters)), At("2026-03-02T09:00:00Z"), Office), Office);
            var from = At("2026-03-02T17:00:00Z") + Duration.FromDays(day);
            var before = CharterEngine.Evaluate(promise, CharterRules.Acknowledge, Office, from - Duration.FromTicks(10)).After!;
            var paused = CharterEngine.Pause(before, CharterRules.Delay, from, CharterRules.Acknowledge, Office);
            var resumed = CharterEngine.Resume(paused, CharterRules.Delay, from + Duration.FromMinutes(15 * length), CharterRules.Acknowledge, Office);
            Assert.Equal((before.State, before.DueAt, before.LevelsPassed), (resumed.State, resumed.DueAt, resumed.LevelsPassed));
        }).Check(Tries.Of());

    [Fact]
    public void A_pause_undoes_no_breach_that_nobody_has_looked_at()
    {
        var promise = Opened("2026-03-02T09:00:00Z", 1);
        var paused = Pause(promise, "2026-03-02T10:30:00Z");

        Assert.Equal((PromiseState.Broken, At("2026-03-02T10:00:00Z")), (paused.State, paused.DueAt));
        Assert.Equal((PromiseState.Broken, At("2026-03-02T10:00:00Z")), (Resume(paused, "2026-03-02T11:30:00Z").State, Resume(paused, "2026-03-02T11:30:00Z").DueAt));
    }

    [Fact]
    public void A_pause_that_lasted_too_long_ends_by_itself_whether_or_not_anybody_looks()
    {
        // The longest one is of two days: from Monday 10:00 to Wednesday 10:00, sixteen hours of work.
        var paused = Pause(Opened("2026-03-02T09:00:00Z", 8), "2026-03-02T10:00:00Z");
        var looked = Resume(Evaluate(paused, "2026-03-05T09:00:00Z").After!, "2026-03-06T09:00:00Z");
        var unlooked = Resume(paused, "2026-03-06T09:00:00Z");

        Assert.Equal((PromiseState.Broken, At("2026-03-04T17:00:00Z")), (unlooked.State, unlooked.DueAt));
        Assert.Equal((looked.State, looked.DueAt), (unlooked.State, unlooked.DueAt));
    }

    [Fact]
    public void A_due_time_is_right_to_the_nanosecond()
    {
        var start = At("2026-03-02T09:00:00Z") + Duration.FromNanoseconds(1);
        var promise = CharterEngine.Open(CharterRules.Acknowledge, Key, start, CharterEngine.DueAt(Limit.WorkingTime(Duration.FromHours(1)), start, Office), Office);
        var held = Resume(CharterEngine.Pause(promise, CharterRules.Waiting, At("2026-03-02T09:30:00Z") + Duration.FromNanoseconds(900), CharterRules.Acknowledge, Office), "2026-03-02T10:30:00Z");

        Assert.Equal(At("2026-03-02T10:00:00Z") + Duration.FromNanoseconds(1), promise.DueAt);
        Assert.Equal(Duration.FromHours(1), Office.Elapsed(start, promise.DueAt!.Value));
        Assert.Equal(At("2026-03-02T11:00:00Z") - Duration.FromNanoseconds(899), held.DueAt);
        Assert.Equal(At("2026-03-02T09:00:00Z") + Duration.FromNanoseconds(100), CharterEngine.DueAt(Limit.WorkingTime(Duration.FromNanoseconds(100)), At("2026-03-02T09:00:00Z"), Office));
    }

    [Theory]
    [InlineData("2026-03-02T17:00:00Z", PromiseState.Kept, 0, 0)]
    [InlineData("2026-03-03T10:00:00Z", PromiseState.Broken, 17, 1)]
    public void Evidence_keeps_up_to_the_due_time_and_fulfils_late_after_it(string at, PromiseState state, int wall, int working)
    {
        var promise = Opened("2026-03-02T09:00:00Z", 8);
        var outcome = Keep(promise, at);

        Assert.Equal((state, Duration.FromHours(wall), Duration.FromHours(working), Duration.FromHours(8 + working)), (outcome.After.State, outcome.WallOverrun, outcome.WorkingOverrun, outcome.WorkingTime));
        Assert.Equal(outcome, Keep(Evaluate(promise, "2026-03-04T09:00:00Z").After!, at) with { After = outcome.After }); // found broken before the evidence was known
        Assert.Same(outcome.After, state == PromiseState.Kept ? Keep(outcome.After, "2026-03-05T09:00:00Z").After : outcome.After);
    }

    [Fact]
    public void A_pause_that_lasts_ends_with_its_promise()
    {
        var paused = Pause(Opened("2026-03-02T09:00:00Z", 8), "2026-03-02T11:00:00Z");
        var kept = Keep(paused, "2026-03-03T15:00:00Z");
        var ended = CharterEngine.Void(paused, At("2026-03-03T15:00:00Z"), CharterRules.Acknowledge, Office);

        Assert.Equal((PromiseState.Kept, Duration.FromHours(2)), (kept.After.State, kept.WorkingTime));
        Assert.Equal(PromiseState.Void, ended.State);
        Assert.All([kept.After, ended], over => Assert.Equal((null, null, At("2026-03-03T15:00:00Z")), (over.PausedSince, over.Remaining, Assert.Single(over.Pauses).To)));
        Assert.Equal(PromiseState.Broken, CharterEngine.Void(Opened("2026-03-02T09:00:00Z", 8), At("2026-03-02T17:00:00Z"), CharterRules.Acknowledge, Office).State);
    }

    private static PromiseOutcome Keep(Promise promise, string at) => CharterEngine.Keep(promise, At(at), CharterRules.Acknowledge, Office);

    private static PromiseKey Key { get; } = new(CharterRules.Acknowledge.Key, "app-1", 1);

    private static Promise Opened(string at, int hours) =>
        CharterEngine.Open(CharterRules.Acknowledge, Key, At(at), CharterEngine.DueAt(Limit.WorkingTime(Duration.FromHours(hours)), At(at), Office), Office);

    private static Promise Pause(Promise promise, string at, PauseReason? reason = null) => CharterEngine.Pause(promise, reason ?? CharterRules.Waiting, At(at), CharterRules.Acknowledge, Office);

    private static Promise Resume(Promise promise, string at, PauseReason? reason = null) => CharterEngine.Resume(promise, reason ?? CharterRules.Waiting, At(at), CharterRules.Acknowledge, Office);

    private static PromiseEvaluation Evaluate(Promise promise, string at) => CharterEngine.Evaluate(promise, CharterRules.Acknowledge, Office, At(at));

    private static string Text(Promise p) => $"{p.State} {p.DueAt} {p.PausedSince} {p.Remaining} {p.LevelsPassed} {p.NextStepAt} {p.Changes} [{string.Join(' ', p.Pauses)}]";

    private static Instant At(string text) => InstantPattern.General.Parse(text).GetValueOrThrow();
}
