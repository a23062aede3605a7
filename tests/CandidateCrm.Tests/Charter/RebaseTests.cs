using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using static CandidateCrm.Tests.Charter.CharterScenes;

namespace CandidateCrm.Tests.Charter;

/// <summary>Which pauses and levels a rebase takes over, and which told dates stand: at the very instants and bounds that decide.</summary>
public sealed class RebaseTests
{
    private static readonly OnceExpectation Plain = CharterRules.Acknowledge with { Levels = [], Limit = Limit.WorkingTime(Duration.FromHours(8)) };
    private static readonly PromiseKey First = new(Plain.Key, "app-1", 1);

    [Theory]
    [InlineData("2026-03-02T17:00:00Z", "2026-03-03T10:00:00Z")]
    [InlineData("2026-03-02T17:00:00.000001Z", "2026-03-02T17:00:00Z")]
    public void A_pause_that_began_at_the_due_time_of_the_new_rules_moves_it_and_a_later_one_does_not(string began, string due)
    {
        // Sixteen hours become eight, due at 17:00 on Monday; the pause has an hour of Tuesday morning.
        var replay = Replay(Changed(Plain with { Limit = Limit.WorkingTime(Duration.FromHours(16)) }, Plain with { Version = 2 }), "2026-03-03T12:00:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted), ("w", began, Began), ("x", "2026-03-03T10:00:00Z", Over), ("r", "2026-03-03T10:30:00Z", Ordered));

        Assert.Equal(At(due), Assert.Single(Events<PromiseRebased>(replay)).DueAt);
    }

    [Theory]
    [InlineData("2026-03-02T17:00:00Z", PromiseState.Paused)]
    [InlineData("2026-03-02T17:00:00.000001Z", PromiseState.Broken)]
    public void A_pause_that_lasts_goes_on_where_it_began_by_the_due_time_of_the_new_rules(string began, PromiseState state)
    {
        var replay = Replay(Changed(Plain with { Limit = Limit.WorkingTime(Duration.FromHours(16)) }, Plain with { Version = 2 }), "2026-03-03T12:00:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted), ("w", began, Began), ("r", "2026-03-03T10:30:00Z", Ordered));

        var promise = Assert.Single(replay.Next.Charter!.Promises);
        Assert.Equal((state, state == PromiseState.Paused ? Duration.Zero : null), (promise.State, promise.Remaining));
        Assert.Equal(state == PromiseState.Paused ? [] : [At("2026-03-02T17:00:00Z")], Events<PromiseBroken>(replay).Select(broken => broken.DueAt));
    }

    [Theory]
    [InlineData("quarter, half", "half")] // what lies before a level that was told is behind it
    [InlineData("three-quarters", "half, three-quarters")] // a level that nobody was told of is yet to come
    [InlineData("half, three-quarters", "half, three-quarters")]
    public void After_a_rebase_only_levels_that_nobody_was_told_of_are_told(string levels, string told)
    {
        // Half of four hours is told at 11:00; of eight hours a quarter is over then, and half at 13:00, three quarters at 15:00.
        var before = Plain with { Limit = Limit.WorkingTime(Duration.FromHours(4)), Levels = [Level("half")] };
        var replay = Replay(Changed(before, Plain with { Version = 2, Levels = [.. levels.Split(", ").Select(Level)] }), "2026-03-02T16:30:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted), ("r", "2026-03-02T11:30:00Z", Ordered));

        Assert.Equal(told, string.Join(", ", Events<PromiseWarned>(replay).Select(warned => warned.Level.Value)));
    }

    [Fact]
    public void A_date_that_all_pauses_give_by_the_zone_data_in_use_is_no_difference_of_theirs()
    {
        // Told by other zone data an hour earlier, which stands and is moved by the pause; then told what the data in use give with the pause.
        var replay = Replay(Plain, "2026-03-02T13:00:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted), ("d", "2026-03-02T09:05:00Z", Told("2026-03-02T16:00:00Z", "TZDB: 2020a")),
            ("w", "2026-03-02T10:00:00Z", Began), ("x", "2026-03-02T12:00:00Z", Over), ("e", "2026-03-02T12:30:00Z", Told("2026-03-03T11:00:00Z", "TZDB: 2021e")));

        Assert.Equal(At("2026-03-03T10:00:00Z"), Assert.Single(replay.Next.Charter!.Promises).DueAt);
        Assert.Single(Events<FindingNoted>(replay), finding => finding.Code == FindingCodes.ZoneDataDiffers);
        Assert.Equal((At("2026-03-03T11:00:00Z"), At("2026-03-03T10:00:00Z")), Events<PromiseDueMoved>(replay).Select(moved => (moved.ToldDueAt, moved.DueAt)).Last());
    }

    [Theory]
    [InlineData("2026-03-07T18:00:00Z", true)]
    [InlineData("2026-03-07T18:00:00.000001Z", false)]
    [InlineData("2026-03-05T16:00:00Z", true)]
    [InlineData("2026-03-05T15:59:59.999999Z", false)]
    public void What_was_told_under_other_zone_data_stands_within_25_hours_of_the_due_time(string told, bool stands)
    {
        // Forty hours from Monday 09:00 on: due on Friday at 17:00.
        var replay = Replay(Plain with { Limit = Limit.WorkingTime(Duration.FromHours(40)) }, "2026-03-02T12:00:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted), ("d", "2026-03-02T09:05:00Z", Told(told, "TZDB: 2020a")));

        Assert.Equal(At(stands ? told : "2026-03-06T17:00:00Z"), Assert.Single(replay.Next.Charter!.Promises).DueAt);
    }

    [Theory]
    [InlineData("2026-03-02T09:00:00Z", false)]
    [InlineData("2026-03-02T09:30:00Z", true)]
    public void What_was_told_is_no_due_time_where_it_is_not_after_the_opening(string told, bool stands)
    {
        var replay = Replay(Plain, "2026-03-02T09:10:00Z", ("s", "2026-03-02T09:00:00Z", Submitted), ("d", "2026-03-02T09:05:00Z", Told(told, "TZDB: 2020a")));

        Assert.Equal(At(stands ? told : "2026-03-02T17:00:00Z"), Assert.Single(replay.Next.Charter!.Promises).DueAt);
    }

    private static RebaseOrdered Ordered => new() { Expectation = Plain.Key };

    private static WaitingBegan Began => new() { Application = App, Reason = CharterRules.Delay };

    private static WaitingEnded Over => new() { Application = App, Reason = CharterRules.Delay };

    private static DueTold Told(string due, string zones) => new() { Promise = First, DueAt = At(due), ZoneDataVersion = zones };

    private static PromiseLevel Level(string share) => new() { Key = LevelKey.From(share), At = LevelTime.OfLimit(share switch { "quarter" => 0.25m, "half" => 0.5m, _ => 0.75m }) };

    /// <summary>Has other rules come into force at 10:00 on Monday.</summary>
    private static ActivationLog Changed(Expectation before, Expectation after) => ActivationLog.Of(
    [
        new Activation { Position = 1, EffectiveFrom = At("2026-03-02T00:00:00Z"), Rules = CharterRules.Of(before) },
        new Activation { Position = 2, EffectiveFrom = At("2026-03-02T10:00:00Z"), Rules = CharterRules.Of(after) },
    ]);
}
