using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

public sealed class ScoreColumnsTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 30);

    [Fact]
    public void Whoever_is_at_or_above_a_threshold_is_who_the_states_say() =>
        Prop.ForAll(ScoreCase.Any, Arb.From(Gen.Choose(0, 3_000)), (c, hours) => Agrees(c.Engine, StatesOf(c.Engine, c), hours)).Check(Tries.Of(300));

    [Fact]
    public void Whoever_fades_alike_is_compared_with_one_threshold_and_still_who_the_states_say() =>
        Prop.ForAll(ScoreCase.OneHalfLife, Arb.From(Gen.Choose(0, 60_000)), Arb.From(Gen.Elements<decimal?>(null, 0m, 3m)), (c, hours, floor) =>
        {
            var engine = new ScoreEngine(c.Model with { Floor = floor, Ceiling = floor + 9, Signals = [.. c.Model.Signals.Select((signal, index) => index == 1 ? signal with { Weight = -signal.Weight } : signal)] });
            return AlikeColumn.CanHold(engine.Plan) && Agrees(engine, StatesOf(engine, c), hours);
        }).Check(Tries.Of(300));

    [Fact]
    public void A_model_that_saturates_caps_groups_or_stays_is_not_compared_with_one_threshold()
    {
        var plain = new Signal { Kind = TouchKinds.EmailReplied, Weight = 8, HalfLife = Duration.FromDays(30) };

        Assert.True(CanHold(plain));
        Assert.True(CanHold(plain, new Signal { Kind = TouchKinds.EmailDelivered, Weight = 0 }));
        Assert.False(CanHold(plain, new Signal { Kind = TouchKinds.EmailClicked, Weight = 1 }));
        Assert.False(CanHold(plain with { Cap = 9 }));
        Assert.False(CanHold(plain with { Saturation = 9 }));
        Assert.False(CanHold(plain, plain with { Kind = TouchKinds.EmailClicked, HalfLife = Duration.FromDays(31) }));
    }

    [Fact]
    public void A_threshold_that_many_stand_on_is_decided_by_their_states()
    {
        // 9,000 scores of which each third is 8, 8.000000001 or 7.999999999, after one half-life.
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 16, Duration.FromDays(30)).Signal(TouchKinds.CallHeld, 0.000000002m, Duration.FromDays(30)).Signal(TouchKinds.InterviewMissed, -0.000000002m, Duration.FromDays(30)).Build());
        var replied = engine.Add(engine.Empty, Touched(TouchKinds.EmailReplied));
        ScoreState[] three = [replied, engine.Add(replied, Touched(TouchKinds.CallHeld)), engine.Add(replied, Touched(TouchKinds.InterviewMissed))];
        var columns = new ScoreColumns(engine, Enumerable.Range(0, 9_000).Select(row => three[row % 3]));
        var at = Monday + Duration.FromDays(30);

        Assert.Equal((9_000, 6_000, 3_000, 0), (columns.CountAtOrAbove(7.999999999m, at), columns.CountAtOrAbove(8, at), columns.CountAtOrAbove(8.0000000001m, at), columns.CountAtOrAbove(8.0000000011m, at)));
        Assert.Equal([1, 4, 7], columns.RowsAtOrAbove(8.000000001m, at).Take(3));
    }

    [Fact]
    public void Columns_answer_from_the_newest_touchpoint_on()
    {
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 16, Duration.FromDays(30)).Build());
        var columns = new ScoreColumns(engine, [engine.Empty, engine.Add(engine.Empty, Touched(TouchKinds.EmailReplied))]);

        Assert.Equal((2, Monday), (columns.Rows, columns.Since));
        Assert.Throws<ArgumentOutOfRangeException>(() => columns.CountAtOrAbove(1, Monday.PlusNanoseconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => columns.CountAtOrAbove(2_000_000_000_000, Monday));
        Assert.Throws<ArgumentException>(() => new ScoreColumns(new ScoreEngine(engine.Model with { Version = 2 }), [engine.Empty]));
        Assert.Equal(0, new ScoreColumns(engine, []).CountAtOrAbove(0, Monday));
        Assert.Equal(2, columns.CountAtOrAbove(0, Monday + Duration.FromDays(30 * 66)));
        Assert.Equal(0, columns.CountAtOrAbove(0.000000001m, Monday + Duration.FromDays(30 * 66)));
        Assert.Equal(1, columns.CountAtOrAbove(16, Monday));
    }

    private static bool CanHold(params Signal[] signals) => AlikeColumn.CanHold(new ScoreEngine(new ScoringModel { Key = ScoreKey.From("s"), Version = 1, Signals = [.. signals] }).Plan);

    private static List<ScoreState> StatesOf(ScoreEngine engine, ScoreCase c) =>
        [.. Enumerable.Range(0, 6).Select(row => c.Counted.Where((_, index) => index % 6 >= row).Aggregate(engine.Empty, engine.Add))];

    private static bool Agrees(ScoreEngine engine, List<ScoreState> states, int hours)
    {
        var columns = new ScoreColumns(engine, states);
        var at = columns.Since + Duration.FromHours(hours);
        var scores = states.Select(state => engine.Score(state, at)).ToList();
        var thresholds = scores.SelectMany(score => new[] { score, score + 0.000000001m, score - 0.000000001m, score + 0.0000000001m, score / 2 }).Append(0).Append(5);
        return thresholds.All(threshold =>
        {
            var rows = Enumerable.Range(0, states.Count).Where(row => scores[row] >= threshold).ToList();
            return columns.RowsAtOrAbove(threshold, at).SequenceEqual(rows) && columns.CountAtOrAbove(threshold, at) == rows.Count;
        });
    }

    private static Touch Touched(TouchKind kind) => new() { Id = EventId.From(kind.Value), Kind = kind, OccurredAt = Monday };
}
