using CandidateCrm.Engagement;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Engagement;

/// <summary>Signals of both signs that cancel out where a band begins: nothing is foretold that never comes, and no alarm rings for nothing.</summary>
public sealed class CancellingSignalsTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 9, 0);

    public static TheoryData<string, decimal?, decimal?, bool> Shapes => new()
    {
        { "plain", null, null, false },
        { "capped", 3m, null, false },
        { "saturating", null, 8m, false },
        { "both", 4m, 8m, false },
        { "one of them in a group", null, null, true },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_cancels_out_at_the_threshold_never_changes_the_band(string shape, decimal? cap, decimal? saturation, bool grouped)
    {
        var engine = EngineOf(grouped, (5m, cap, saturation), (-5m, cap, saturation));
        var state = engine.Path([At("a", 0, 0), At("b", 1, 0)], Start).State;

        Assert.Equal(("warm", null, null), (state.Band?.Value, engine.NextBandChange(state, Start), engine.NextBandChangeOnSecond(state, Start)));
        Assert.NotEmpty(shape);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_came_a_second_later_remains_larger_for_ever(string shape, decimal? cap, decimal? saturation, bool grouped)
    {
        var engine = EngineOf(grouped, (5m, cap, saturation), (-5m, cap, saturation));
        var last = Start + Duration.FromSeconds(1);
        var state = engine.Path([At("b", 1, 0), At("a", 0, 1)], last).State;

        Assert.Equal(("warm", null, null), (state.Band?.Value, engine.NextBandChange(state, last), engine.NextBandChangeOnSecond(state, last)));
        Assert.NotEmpty(shape);
    }

    [Fact]
    public void What_lies_a_little_below_rises_where_the_last_digit_is_rounded_away()
    {
        var engine = EngineOf(grouped: false, (5m, null, null), (-5m, null, null));
        var last = Start + Duration.FromSeconds(1);
        var state = engine.Path([At("a", 0, 0), At("b", 1, 1)], last).State;

        Assert.Equal("cold", state.Band?.Value);
        var risen = Assert.NotNull(engine.NextBandChangeOnSecond(state, last));
        Assert.True(engine.Score(state, risen - Duration.FromSeconds(1)) < 0 && engine.Score(state, risen) >= 0);
        Assert.True(engine.Score(state, last + ((risen - last) / 2)) < 0);
    }

    [Fact]
    public void Three_signals_that_cancel_out_are_not_foretold_a_change_that_only_rounding_makes()
    {
        var engine = EngineOf(grouped: false, (2m, null, null), (3m, null, null), (-5m, null, null));
        var state = engine.Path([At("a", 0, 0), At("b", 1, 0), At("c", 2, 0)], Start).State;

        var exactly = engine.NextBandChange(state, Start);
        var onSecond = engine.NextBandChangeOnSecond(state, Start);

        // Rounded apart, 2x + 3x - 5x is a last digit below zero now and then, which a band of nine places follows.
        Assert.True(exactly is null || engine.Score(state, exactly.At) < 0);
        Assert.True(onSecond is null || engine.Score(state, onSecond.Value) < 0);
    }

    private static ScoreEngine EngineOf(bool grouped, params (decimal Weight, decimal? Cap, decimal? Saturation)[] signals) => new(new ScoringModel
    {
        Key = ScoreKey.From("test"),
        Version = 1,
        Signals =
        [
            .. signals.Select((signal, index) => new Signal
            {
                Kind = TouchKind.From($"kind.{index}"),
                Weight = signal.Weight,
                HalfLife = Duration.FromDays(30),
                Cap = signal.Cap,
                Saturation = signal.Saturation,
                Group = grouped && index == 0 ? SignalGroupKey.From("wide") : null,
            }),
        ],
        Groups = [new SignalGroup { Key = SignalGroupKey.From("wide"), Cap = 40 }],
        Bands = [new Band { Key = BandKey.From("cold") }, new Band { Key = BandKey.From("warm"), Enter = 0 }],
    });

    private static Touch At(string id, int kind, int second) =>
        new() { Id = EventId.From(id), Kind = TouchKind.From($"kind.{kind}"), OccurredAt = Start + Duration.FromSeconds(second) };
}
