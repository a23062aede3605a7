using CandidateCrm.Engagement;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Engagement;

public sealed class BandTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 30);
    private static readonly Duration Month = Duration.FromDays(30);

    [Fact]
    public void A_band_is_entered_at_its_threshold_kept_down_to_its_exit_and_left_below_it()
    {
        var engine = Engine(weight: 16);
        var state = engine.Settle(engine.Add(engine.Empty, Touched("a", Monday)), Monday).State;

        Assert.Equal("hot", state.Band?.Value);
        Assert.Equal("hot", engine.Settle(state, Monday + Month).State.Band?.Value); // 8 is not below 8
        Assert.Equal("warm", engine.Settle(state, Monday + Month + Duration.FromSeconds(1)).State.Band?.Value);
    }

    [Fact]
    public void A_change_may_jump_several_bands_both_ways_and_names_its_cause()
    {
        var path = Engine(weight: 16).Path([Touched("a", Monday)], Monday + (Month * 4));

        Assert.Equal(
            [
                new BandChange { From = BandKey.From("cold"), To = BandKey.From("hot"), At = Monday, Cause = BandChangeCause.Touchpoint },
                new BandChange { From = BandKey.From("hot"), To = BandKey.From("cold"), At = Monday + (Month * 4), Cause = BandChangeCause.Decay },
            ],
            path.Changes.AsEnumerable());
        Assert.Equal(Monday + (Month * 4), path.State.BandSince);
    }

    [Fact]
    public void Without_history_only_entering_counts()
    {
        // 9 lies between the exit (8) and the enter (10) of hot: who comes from above stays, who comes from nowhere is warm.
        var engine = Engine(weight: 9);

        Assert.Equal("warm", engine.Path([Touched("a", Monday)], Monday).State.Band?.Value);
        Assert.Equal("hot", Engine(weight: 18).Path([Touched("a", Monday)], Monday + Month).State.Band?.Value);
    }

    [Fact]
    public void The_next_change_is_the_half_life_times_the_logarithm()
    {
        var engine = Engine(weight: 16);
        var state = engine.Path([Touched("a", Monday)], Monday).State;

        Assert.Equal(
            new BandChange { From = BandKey.From("hot"), To = BandKey.From("warm"), At = Monday + Month, Cause = BandChangeCause.Decay },
            engine.NextBandChange(state, Monday));
        Assert.Equal(Monday + Month + Duration.FromSeconds(1), engine.NextBandChangeOnSecond(state, Monday));
    }

    [Fact]
    public void A_score_already_below_gives_the_instant_asked_for_and_one_that_never_falls_gives_none()
    {
        var engine = Engine(weight: 16);
        var state = engine.Path([Touched("a", Monday)], Monday).State;
        var steady = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 16).Build());

        Assert.Equal(Monday, engine.FallsBelow(state, 17, Monday));
        Assert.Equal(Monday, engine.FallsBelow(state, 16, Monday)); // meets it now, and falls below at once
        Assert.Null(engine.FallsBelow(state, 0, Monday));
        Assert.Null(steady.FallsBelow(steady.Add(steady.Empty, Touched("a", Monday)), 16, Monday));
        Assert.Equal(Monday, engine.NextBandChange(state, Monday + (Month * 3))!.At - (Month * 3));
    }

    [Fact]
    public void A_floor_at_the_exit_is_never_left()
    {
        var model = ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 16, Month).Floor(8).Band("hot", 10, 8).Build();
        var engine = new ScoreEngine(model);
        var state = engine.Path([Touched("a", Monday)], Monday).State;

        Assert.Null(engine.NextBandChange(state, Monday));
        Assert.Null(engine.NextBandChangeOnSecond(state, Monday));
    }

    [Fact]
    public void A_cap_holds_the_band_until_the_sum_beneath_it_falls()
    {
        var model = ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 64, Month, limits => limits.CappedAt(8)).Band("hot", 8, 8).Build();
        var engine = new ScoreEngine(model);
        var state = engine.Path([Touched("a", Monday)], Monday).State;

        Assert.Equal(Monday + (Month * 3), engine.NextBandChange(state, Monday)!.At);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(720)]
    public void A_saturation_that_is_the_threshold_itself_is_rounded_onto_it_and_never_left(int hours)
    {
        // 4 (1 − e^-25) is 4.000000000: the score never falls below 4, though no saturation reaches what it nears.
        var model = ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 100, null, limits => limits.SaturatingAt(4))
            .Signal(TouchKinds.CallHeld, 1, Duration.FromHours(hours)).Band("warm", 4, 4).Build();
        var engine = new ScoreEngine(model);
        foreach (var touches in new[] { [Touched("a", Monday)], new[] { Touched("a", Monday), Touched("b", Monday) with { Kind = TouchKinds.CallHeld } } })
        {
            var state = engine.Path(touches, Monday).State;

            Assert.Null(engine.NextBandChange(state, Monday));
            Assert.Null(engine.NextBandChangeOnSecond(state, Monday));
            Assert.Null(engine.FallsBelow(state, 4, Monday));
            Assert.Null(engine.Explain(state, Monday, fadedBelow: 4).Lines[0].FallsBelowAt);
            Assert.Null(engine.Settle(state, Monday + Duration.FromDays(36_525)).Change);
        }
    }

    [Fact]
    public void A_saturation_that_is_the_threshold_itself_is_left_when_rounding_does_not_hold_it_any_more()
    {
        // 4 (1 − e^(−x/4)) is rounded to 4 while e^(−x/4) is below 1.25 · 10^-10: x above 91.2, which 1,000 is for 103.6 days.
        var model = ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 1_000, Month, limits => limits.SaturatingAt(4)).Band("warm", 4, 4).Build();
        var engine = new ScoreEngine(model);
        var state = engine.Path([Touched("a", Monday)], Monday).State;
        var next = engine.NextBandChange(state, Monday)!;

        Assert.Equal(103.6, (next.At - Monday).TotalDays, 0.1);
        Assert.Equal("none", next.To.Value);
        Assert.Equal(next.At, engine.FallsBelow(state, 4, Monday));
        Assert.Null(engine.Settle(state, next.At - Duration.FromMilliseconds(1)).Change);
        Assert.NotNull(engine.Settle(state, next.At + Duration.FromMilliseconds(1)).Change);
        Assert.Equal(next.At, engine.Explain(state, Monday, fadedBelow: 4).Lines[0].FallsBelowAt);
    }

    [Fact]
    public void What_creeps_up_to_a_threshold_enters_when_it_is_rounded_onto_it()
    {
        // 10 − 4 · 2^-t nears 10 and never meets it; the score is 10.000000000 once 4 · 2^-t is below half a unit of the ninth place.
        var model = ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 10).Signal(TouchKinds.InterviewMissed, -4, Duration.FromDays(1)).Band("warm", 10).Build();
        var engine = new ScoreEngine(model);
        var state = engine.Path([Touched("a", Monday), Touched("b", Monday) with { Kind = TouchKinds.InterviewMissed }], Monday).State;
        var next = engine.NextBandChange(state, Monday)!;

        Assert.Equal(("none", "warm"), (next.From.Value, next.To.Value));
        Assert.Equal(32.9, (next.At - Monday).TotalDays, 0.1);
        Assert.NotNull(engine.Settle(state, next.At + Duration.FromMilliseconds(1)).Change);
        Assert.Null(engine.Settle(state, next.At - Duration.FromSeconds(1)).Change);
    }

    [Fact]
    public void With_a_negative_signal_that_fades_sooner_the_score_rises_into_a_band()
    {
        // 12 − 4 · 2^-t reaches 10 after one day and 11 after two.
        var model = ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 12).Signal(TouchKinds.InterviewMissed, -4, Duration.FromDays(1))
            .Band("cold").Band("warm", 10).Band("hot", 11).Build();
        var engine = new ScoreEngine(model);
        var state = engine.Path([Touched("a", Monday), Touched("b", Monday) with { Kind = TouchKinds.InterviewMissed }], Monday).State;

        var next = engine.NextBandChange(state, Monday)!;

        Assert.Equal("cold", state.Band?.Value);
        Assert.Equal("warm", next.To.Value);
        Assert.InRange(next.At, Monday + Duration.FromDays(1) - Duration.FromMilliseconds(1), Monday + Duration.FromDays(1) + Duration.FromMilliseconds(1));
    }

    [Fact]
    public void In_the_fold_a_touchpoint_lifts_at_once_and_everything_falls_on_whole_seconds()
    {
        var model = ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 12).Signal(TouchKinds.InterviewMissed, -4).Band("hot", 10).Build();
        var draft = new ScoreDraft(new ScoreEngine(model).Plan);
        var half = Monday + Duration.FromMilliseconds(500);
        draft.Add(TouchKinds.EmailReplied, half);

        Assert.Equal("hot", draft.SettleInFold(half, touched: true)?.To.Value);
        draft.Add(TouchKinds.InterviewMissed, half + Duration.FromMilliseconds(1));
        Assert.Null(draft.SettleInFold(half + Duration.FromMilliseconds(1), touched: true));
        Assert.Equal(Monday + Duration.FromSeconds(1), draft.NextBandChangeOnSecond(half + Duration.FromMilliseconds(1)));
        Assert.Equal("none", draft.SettleInFold(Monday + Duration.FromSeconds(1), touched: false)?.To.Value);
    }

    [Fact]
    public void A_touchpoint_right_after_the_border_of_a_block_within_a_second_loses_no_change()
    {
        // Blocks of 1.5 and of 4.5 seconds both begin 4.5 seconds after a full hour; the second that the search starts from lies before them.
        var model = ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 12, Duration.FromMilliseconds(4_500)).Signal(TouchKinds.InterviewMissed, -10, Duration.FromMilliseconds(1_500))
            .Band("cold").Band("warm", 4, 3).Build();
        var hour = Instant.FromUtc(2026, 3, 2, 9, 0);
        var at = hour + Duration.FromMilliseconds(4_501);
        var engine = new ScoreEngine(model);
        var state = engine.Path([Touched("a", at), Touched("b", at) with { Kind = TouchKinds.InterviewMissed }], at).State;

        // 12 · 2^(-t/4.5) − 10 · 2^(-t/1.5): 2 at once, 3.2 after half a second, 4.5 after one and a half.
        Assert.Equal("cold", state.Band?.Value);
        Assert.Equal(hour + Duration.FromSeconds(6), engine.NextBandChangeOnSecond(state, at));
    }

    [Fact]
    public void A_band_is_not_settled_into_the_past()
    {
        var engine = Engine(weight: 16);
        var state = engine.Settle(engine.Path([Touched("a", Monday)], Monday).State, Monday + (Month * 4)).State;

        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Settle(state, Monday + Month));
    }

    [Fact]
    public void A_model_without_bands_has_none()
    {
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 16, Month).Build());
        var path = engine.Path([Touched("a", Monday)], Monday + Month);

        Assert.Null(path.State.Band);
        Assert.Empty(path.Changes);
        Assert.Null(engine.NextBandChange(path.State, Monday + Month));
    }

    private static ScoreEngine Engine(decimal weight) => new(ScoringModel.Named("s")
        .Signal(TouchKinds.EmailReplied, weight, Month).Band("cold").Band("warm", 5, 4).Band("hot", 10, 8).Build());

    private static Touch Touched(string id, Instant at) => new() { Id = EventId.From(id), Kind = TouchKinds.EmailReplied, OccurredAt = at };
}
