using System.Globalization;
using CandidateCrm.Engagement;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Engagement;

public sealed class ScoreEngineTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 30);
    private static readonly Duration Month = Duration.FromDays(30);

    [Theory]
    [InlineData(0, "8")]
    [InlineData(30, "4")]
    [InlineData(60, "2")]
    [InlineData(15, "5.656854249")]
    public void A_touchpoint_counts_half_after_every_half_life(int days, string expected) =>
        Assert.Equal(Number(expected), Engine(8, Month).Score([Touched("a", Monday)], Monday + Duration.FromDays(days)));

    [Theory]
    [InlineData(1, 10, "0.000976562")] // 0.0009765625: the even neighbour is below
    [InlineData(3, 10, "0.002929688")] // 0.0029296875: the even neighbour is above
    [InlineData(-3, 10, "-0.002929688")]
    [InlineData(5, 10, "0.004882812")] // 0.0048828125
    [InlineData(1, 11, "0.000488281")] // 0.00048828125
    [InlineData(1, 9, "0.001953125")]
    public void A_tie_is_rounded_to_the_even_digit_wherever_the_half_lives_begin(int weight, int halfLives, string expected)
    {
        foreach (var offset in new long[] { 0, 1, 333_333_333, 86_399_999_999_999 })
        {
            var from = Monday.PlusNanoseconds(offset);
            Assert.Equal(Number(expected), Engine(weight, Month).Score([Touched("a", from)], from + (Month * halfLives)));
        }
    }

    [Fact]
    public void A_weight_that_is_a_tie_itself_goes_to_the_even_digit()
    {
        Assert.Equal(0m, Engine(0.0000000005m, null).Score([Touched("a", Monday)], Monday));
        Assert.Equal(0.000000002m, Engine(0.0000000015m, null).Score([Touched("a", Monday)], Monday));
        Assert.Equal(-0.000000002m, Engine(-0.0000000015m, null).Score([Touched("a", Monday)], Monday));
    }

    [Fact]
    public void At_its_instant_a_touchpoint_counts_and_a_nanosecond_before_it_does_not()
    {
        var engine = Engine(8, Month);
        var later = engine.Explain([Touched("a", Monday)], Monday.PlusNanoseconds(-1));

        Assert.Equal(8m, engine.Score([Touched("a", Monday)], Monday));
        Assert.Equal(0m, later.Score);
        Assert.Empty(later.Lines);
        Assert.Equal(1, later.Ignored!.AfterInstant);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Sixty_four_blocks_back_counts_nothing_in_every_evaluator(int blocks, bool counts)
    {
        // 10^8 · 2^-64 is far below the ninth place, so the unrounded sum has to say it.
        var engine = Engine(10_000, Duration.FromHours(1));
        var draft = new ScoreDraft(engine.Plan);
        draft.Load(engine.Add(engine.Empty, Touched("a", NodaConstants.UnixEpoch + Duration.FromMinutes(59)) with { Quantity = 10_000 }));

        var raw = draft.RawAt(0, ElapsedTime.NanosOf(NodaConstants.UnixEpoch + Duration.FromHours(blocks)));

        Assert.Equal(counts, raw > 0);
    }

    [Fact]
    public void A_late_touchpoint_that_is_sixty_four_blocks_older_than_the_newest_counts_nothing()
    {
        var engine = Engine(8, Duration.FromDays(1));
        var old = Touched("old", Monday - Duration.FromDays(100));
        var state = engine.Add(engine.Add(engine.Empty, Touched("new", Monday)), old);

        Assert.Equal(8m, engine.Score(state, Monday));
        Assert.Equal(2, state.Signals[0].Count);
        Assert.Equal(16m, engine.Explain(state, Monday).Tenure.LifetimeRaw);
        Assert.Equal(old.OccurredAt, engine.Explain(state, Monday).Tenure.FirstContactAt);
    }

    [Fact]
    public void Saturation_comes_before_the_cap_and_the_cap_before_the_rounding()
    {
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.PageVisited, 10, null, limits => limits.SaturatingAt(5).CappedAt(4.2m)).Build());
        var uncapped = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.PageVisited, 10, null, limits => limits.SaturatingAt(5)).Build());
        var touch = new Touch { Id = EventId.From("a"), Kind = TouchKinds.PageVisited, OccurredAt = Monday };

        Assert.Equal(4.323323584m, uncapped.Score([touch], Monday)); // 5 (1 − e^-2)
        Assert.Equal(4.2m, engine.Score([touch], Monday));
        Assert.Equal(3.160602794m, uncapped.Score([touch with { Quantity = 0.5m }], Monday)); // 5 (1 − e^-1)
    }

    [Fact]
    public void Caps_act_on_what_is_left_and_never_on_arrival()
    {
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 8, Month, limits => limits.CappedAt(10)).Build());
        Touch[] touches = [Touched("a", Monday), Touched("b", Monday), Touched("c", Monday)];

        Assert.Equal(10m, engine.Score(touches, Monday));
        Assert.Equal(10m, engine.Score(touches, Monday + Month)); // 24 → 12, still capped
        Assert.Equal(6m, engine.Score(touches, Monday + Month + Month));
    }

    [Fact]
    public void Group_caps_in_ordinal_order_then_ceiling_then_floor()
    {
        var engine = new ScoreEngine(ScoringModel.Named("s")
            .Signal(TouchKinds.EmailReplied, 30, null, limits => limits.In("b"))
            .Signal(TouchKinds.CallHeld, 40, null, limits => limits.In("a"))
            .Signal(TouchKinds.MeetingHeld, 5)
            .Group("b", 20).Group("a", 25).Ceiling(45).Floor(40).Build());

        var explanation = engine.Explain(
            [Touched("a", Monday), Touched("b", Monday) with { Kind = TouchKinds.CallHeld }, Touched("c", Monday) with { Kind = TouchKinds.MeetingHeld }], Monday);

        Assert.Equal(
            [(ScoreAdjustmentKind.GroupCap, "a", -15m), (ScoreAdjustmentKind.GroupCap, "b", -10m), (ScoreAdjustmentKind.Ceiling, null, -5m)],
            explanation.Adjustments.Select(a => (a.Kind, a.Group?.Value, a.Amount)));
        Assert.Equal(45m, explanation.Score);
        Assert.Equal([(ScoreAdjustmentKind.Floor, 40m)], engine.Explain([], Monday).Adjustments.Select(a => (a.Kind, a.Amount)));
    }

    [Fact]
    public void A_group_cap_holds_on_the_negative_side_too()
    {
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, -30, null, limits => limits.In("a")).Group("a", 20).Build());

        Assert.Equal(-20m, engine.Score([Touched("a", Monday)], Monday));
    }

    [Fact]
    public void The_same_id_with_other_content_is_an_error_even_where_it_would_be_ignored()
    {
        var engine = Engine(8, Month);
        var touch = Touched("a", Monday);

        Assert.Equal(8m, engine.Score([touch, touch with { Quantity = 1.0m }], Monday));
        Assert.Throws<ArgumentException>(() => engine.Score([touch, touch with { Quantity = 2 }], Monday));
        Assert.Throws<ArgumentException>(() => engine.Score([touch, touch with { OccurredAt = Monday + Month }], Monday));
        Assert.Throws<ArgumentException>(() => engine.Score([touch, touch with { Kind = TouchKind.From("x") }], Monday));
    }

    [Fact]
    public void Each_ignored_touchpoint_is_counted_once_under_the_first_reason()
    {
        var unknown = Touched("u", Monday) with { Kind = TouchKind.From("x") };
        var late = Touched("l", Monday + Month) with { Kind = TouchKind.From("x") };

        var ignored = Engine(8, Month).Explain([unknown, unknown, late, late, Touched("a", Monday)], Monday).Ignored;

        Assert.Equal(new IgnoredTouches { RepeatedId = 2, AfterInstant = 1, UnknownKind = 1 }, ignored);
    }

    [Fact]
    public void A_line_appears_however_small_its_value_and_counts_touchpoints_not_quantity()
    {
        var explanation = Engine(8, Duration.FromHours(1)).Explain([Touched("a", Monday) with { Quantity = 7 }, Touched("b", Monday)], Monday + Duration.FromDays(365));

        var line = Assert.Single(explanation.Lines);
        Assert.Equal((2L, 0m, 0m), (line.Count, line.Raw, line.Value));
    }

    [Fact]
    public void A_state_answers_at_or_after_the_newest_touchpoint_and_never_guesses()
    {
        var engine = Engine(8, Month);
        var state = engine.Add(engine.Empty, Touched("a", Monday));

        Assert.Equal(8m, engine.Score(state, Monday));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Score(state, Monday.PlusNanoseconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Score(engine.Retract(state, Touched("a", Monday)), Monday.PlusNanoseconds(-1)));
    }

    [Fact]
    public void A_state_of_another_version_is_refused()
    {
        var engine = Engine(8, Month);
        var other = new ScoreEngine(engine.Model with { Version = 2 });

        Assert.Throws<ArgumentException>(() => other.Score(engine.Empty, Monday));
    }

    [Fact]
    public void What_was_never_added_cannot_be_retracted()
    {
        var engine = Engine(8, Month);
        var state = engine.Add(engine.Empty, Touched("a", Monday));

        Assert.Throws<ArgumentException>(() => engine.Retract(state, Touched("b", Monday + Month)));
        Assert.Throws<ArgumentException>(() => engine.Retract(state, Touched("a", Monday) with { Quantity = 2 }));
        Assert.Same(state, engine.Retract(state, Touched("a", Monday) with { Kind = TouchKind.From("x") }));
        Assert.Same(state, engine.Add(state, Touched("c", Monday) with { Kind = TouchKind.From("x") }));
    }

    [Fact]
    public void A_retraction_at_the_edge_says_that_first_contact_is_only_a_bound()
    {
        var engine = Engine(8, Month);
        var state = engine.Add(engine.Add(engine.Empty, Touched("a", Monday)), Touched("b", Monday + Month));

        Assert.False(engine.Explain(state, Monday + Month).Tenure.FirstContactIsBound);
        Assert.True(engine.Explain(engine.Retract(state, Touched("a", Monday)), Monday + Month).Tenure.FirstContactIsBound);
    }

    [Fact]
    public void A_model_with_faults_makes_no_engine() =>
        Assert.Throws<InvalidScoringModelException>(() => new ScoreEngine(new ScoringModel { Key = ScoreKey.From("s"), Version = 1, Signals = [] }));

    [Fact]
    public void Decay_is_elapsed_time_before_the_epoch_and_far_from_it_as_well()
    {
        foreach (var from in new[] { Instant.FromUtc(1960, 1, 1, 0, 0), Instant.FromUtc(1500, 1, 1, 0, 0), Instant.FromUtc(5000, 1, 1, 0, 0) })
        {
            Assert.Equal(4m, Engine(8, Month).Score([Touched("a", from)], from + Month));
            Assert.Equal(from + Month, Engine(8, Month).FallsBelow(Engine(8, Month).Add(Engine(8, Month).Empty, Touched("a", from)), 4, from));
        }
    }

    [Fact]
    public void The_largest_numbers_allowed_do_not_overflow()
    {
        var engine = Engine(10_000, Duration.FromDays(36_525));
        var touches = Enumerable.Range(0, 1_000).Select(index => Touched($"t{index}", Monday) with { Quantity = 10_000 });

        Assert.Equal(100_000_000_000m, engine.Score(touches, Monday), 3);
    }

    [Fact]
    public void An_explanation_renders_as_text()
    {
        var engine = new ScoreEngine(ScoringModel.Named("engagement")
            .Signal(TouchKinds.EmailReplied, 8, Month).Signal(TouchKinds.CallHeld, -2.5m).Ceiling(5).Band("warm", 4, 2).Build());

        var text = engine.Explain([Touched("a", Monday), Touched("b", Monday) with { Kind = TouchKinds.CallHeld }], Monday).ToText();

        Assert.Equal(
            [
                "engagement (version 1) at 2026-03-02T09:30:00Z: 5, band warm",
                "+8 email.replied: 1 touchpoint, newest 2026-03-02T09:30:00Z, sum 8, below 1 from 2026-05-31T09:30:00Z",
                "-2.5 call.held: 1 touchpoint, newest 2026-03-02T09:30:00Z, sum -2.5, never below 1",
                "-0.5 ceiling",
                "Since 2026-03-02T09:30:00Z: 2 counted, 5.5 without decay",
                "Ignored: 0 repeated, 0 later, 0 of other kinds",
            ],
            text.AsEnumerable());
    }

    [Fact]
    public void The_recruiting_model_does_not_take_a_machine_for_a_reader()
    {
        var engine = new ScoreEngine(DefaultScoring.Recruiting);
        var opened = Enumerable.Range(0, 50).Select(index => Touched($"m{index}", Monday) with { Kind = TouchKinds.EmailOpenedByMachine });
        var replied = Touched("r", Monday);
        var clicked = Touched("c", Monday) with { Kind = TouchKinds.EmailClicked };

        Assert.Equal(0m, engine.Score(opened, Monday));
        Assert.Equal(BandKey.From("cold"), engine.Path([replied], Monday).State.Band);
        Assert.Equal(9.812692469m, engine.Score([replied, clicked], Monday));
        Assert.Equal(BandKey.From("hot"), engine.Path([Touched("a", Monday) with { Kind = TouchKinds.ApplicationSubmitted }, Touched("b", Monday) with { Kind = TouchKinds.CallHeld }], Monday).State.Band);
    }

    private static ScoreEngine Engine(decimal weight, Duration? halfLife) =>
        new(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, weight, halfLife).Build());

    private static Touch Touched(string id, Instant at) => new() { Id = EventId.From(id), Kind = TouchKinds.EmailReplied, OccurredAt = at };

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
