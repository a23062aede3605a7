using System.Numerics;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

public sealed class PopulationScorerTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 30);

    [Fact]
    public void Every_row_is_within_a_unit_of_the_ninth_place_and_its_band_is_that_of_the_exact_score() =>
        Prop.ForAll(ScoreCase.Any, c => Agrees(c.Engine, RowsOf(c), Microseconds.Floor(c.At))).Check(Tries.Of(400));

    [Fact]
    public void So_it_is_where_every_score_lies_on_a_threshold_or_a_hair_beside_it() =>
        Prop.ForAll(ScoreCase.Any, c =>
        {
            // Each row's own score becomes a threshold, so that every decision is a near one.
            var at = Microseconds.Floor(c.At);
            var rows = RowsOf(c);
            var scores = rows.Select(row => c.Engine.Score(row, at)).SelectMany(score => new[] { score - 0.000000001m, score, score + 0.000000001m }).Distinct().Order().ToArray();
            var model = c.Model with { Bands = [new Band { Key = BandKey.From("lowest") }, .. scores.Select((score, index) => new Band { Key = BandKey.From($"b{index}"), Enter = score })] };
            return Agrees(new ScoreEngine(model), rows, at);
        }).Check(Tries.Of(200));

    [Theory]
    [InlineData(1, 10, "0.000976563")] // 0.0009765625 goes to the even digit, below the threshold
    [InlineData(3, 10, "0.002929688")] // 0.0029296875 goes to the even digit, onto it
    [InlineData(5, 10, "0.004882813")]
    public void A_tie_on_a_threshold_is_decided_exactly(int weight, int halfLives, string threshold)
    {
        var enter = decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture);
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, weight, Duration.FromDays(30)).Band("low").Band("high", enter).Build());
        var rows = Enumerable.Range(0, 50).Select(index => new[] { Touched("a", Monday - Duration.FromDays(30 * halfLives) - Duration.FromMilliseconds(index)) }).ToList();

        Assert.True(Agrees(engine, rows, Monday));
        Assert.InRange(new PopulationScorer(engine).Score(ColumnsOf(rows), Monday).TakenExactly, 1, 50);
    }

    [Fact]
    public void A_band_is_decided_on_the_one_before() =>
        Prop.ForAll(ScoreCase.Any, c =>
        {
            var at = Microseconds.Floor(c.At);
            var rows = RowsOf(c);
            var columns = ColumnsOf(rows);
            var scorer = new PopulationScorer(c.Engine);
            var first = scorer.Score(columns, at);
            var later = scorer.Score(columns, at + Duration.FromDays(20), first);
            return Enumerable.Range(0, rows.Count).All(row =>
                later.BandOf(row) == c.Engine.Settle(c.Engine.Settle(Added(c.Engine, rows[row], at), at).State, at + Duration.FromDays(20)).State.Band
                || rows[row].Any(touch => touch.OccurredAt > at));
        }).Check(Tries.Of(200));

    [Fact]
    public void Most_rows_of_the_recruiting_model_need_no_exact_sum()
    {
        var kinds = DefaultScoring.Recruiting.Signals.Select(signal => signal.Kind).ToArray();
        var columns = new TouchColumns();
#pragma warning disable CA5394 // The same on every machine.
        var random = new Random(17);
        for (var row = 0; row < 5_000; row++)
        {
            columns.Add(Enumerable.Range(0, 50).Select(index => Touched($"t{index}", Monday - Duration.FromSeconds(random.Next(365 * 86_400))) with { Kind = kinds[random.Next(kinds.Length)] }));
        }
#pragma warning restore CA5394

        var scores = new PopulationScorer(new ScoreEngine(DefaultScoring.Recruiting)).Score(columns, Monday);

        Assert.Equal((5_000, 250_000L), (columns.Rows, columns.Touches));
        Assert.InRange(scores.TakenExactly, 0, 100);
        Assert.Equal(5_000, scores.CountByBand().Sum());
    }

    [Fact]
    public void Sums_too_large_for_nine_places_in_a_double_are_taken_exactly()
    {
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 10_000, Duration.FromDays(30)).Build());
        Touch[] touches = [.. Enumerable.Range(0, 1_000).Select(index => Touched($"t{index}", Monday - Duration.FromSeconds(index * 977)) with { Quantity = 9_999.75m })];
        var scores = new PopulationScorer(engine).Score(ColumnsOf([touches]), Monday);

        Assert.Equal((engine.Score(touches, Monday), 1), (scores.ScoreOf(0), scores.TakenExactly));
        Assert.Null(scores.BandOf(0));
        Assert.Empty(scores.CountByBand());
    }

    [Fact]
    public void What_columns_do_not_take_is_refused_and_leaves_nothing_behind()
    {
        var columns = new TouchColumns();
        var touch = Touched("a", Monday);

        Assert.Throws<ArgumentException>(() => columns.Add([touch, touch with { Quantity = 2 }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => columns.Add([touch, Touched("b", Instant.FromUtc(1699, 12, 31, 23, 59))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => columns.Add([Touched("b", Instant.FromUtc(2200, 1, 1, 0, 0))]));
        Assert.Equal((0, 0L), (columns.Rows, columns.Touches));
        Assert.Equal(0, columns.Add([touch, touch with { }]));
        Assert.Equal(1, columns.Add([]));
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 3).Build());
        var scores = new PopulationScorer(engine).Score(columns, Monday);
        Assert.Equal((3m, 0m, 1L), (scores.ScoreOf(0), scores.ScoreOf(1), columns.Touches));
        Assert.Throws<ArgumentOutOfRangeException>(() => scores.ScoreOf(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PopulationScorer(engine).Score(columns, Instant.FromUtc(2200, 1, 1, 0, 0)));
        Assert.Throws<ArgumentException>(() => new PopulationScorer(engine).Score(new TouchColumns(), Monday, scores));
    }

    [Fact]
    public void Powers_of_many_stay_within_their_bound() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf()), Arb.From(Gen.Elements(60_000_000L, 3_600_000_000L, 2_592_000_000_000L, 2_592_000_123_456L)), (ages, halfLife) =>
        {
            var now = (double)Microseconds.ToMicros(Monday);
            double[] at = [.. ages.Select(age => now - Math.Floor(age / (double)int.MaxValue * 64 * halfLife))];
            var decays = new double[at.Length];
            Decays.Fill(at, now, 1.0 / halfLife, decays);
            return at.Zip(decays).All(pair =>
            {
                var exact = ScoreOracle.PowerOfHalf(new BigInteger(now) - new BigInteger(pair.First), halfLife);
                return BigInteger.Abs(Scaled(pair.Second) - exact) * new BigInteger(1e18) <= exact * new BigInteger(Decays.RelativeError * 1e18);
            });
        }).Check(Tries.Of(300));

    [Fact]
    public void A_power_of_what_lies_ahead_counts_nothing_and_of_now_everything()
    {
        var decays = new double[3];
        Decays.Fill([100.0, 100.5, 99.0], 100, 1, decays);

        Assert.Equal([1.0, 0.0, 0.5], decays);
    }

    private static BigInteger Scaled(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1_075 + 200;
        var mantissa = new BigInteger((bits & 0xF_FFFF_FFFF_FFFF) | (1L << 52));
        return exponent >= 0 ? mantissa << exponent : mantissa >> -exponent;
    }

    private static bool Agrees(ScoreEngine engine, List<Touch[]> rows, Instant at)
    {
        var scores = new PopulationScorer(engine).Score(ColumnsOf(rows), at);
        return Enumerable.Range(0, rows.Count).All(row =>
        {
            var exact = engine.Score(rows[row], at);
            return Math.Abs(scores.ScoreOf(row) - exact) <= 0.000000001m && scores.BandOf(row) == engine.Settle(Added(engine, rows[row], at), at).State.Band;
        });
    }

    private static ScoreState Added(ScoreEngine engine, Touch[] row, Instant at) => row.Where(touch => touch.OccurredAt <= at).Aggregate(engine.Empty, engine.Add);

    /// <summary>Seven candidates out of one, as columns hold them.</summary>
    private static List<Touch[]> RowsOf(ScoreCase c) =>
        [.. Enumerable.Range(0, 7).Select(row => c.Touches.DistinctBy(touch => touch.Id).Where((_, index) => index % 7 >= row).Select(touch => touch with { OccurredAt = Microseconds.Floor(touch.OccurredAt) }).ToArray())];

    private static TouchColumns ColumnsOf(List<Touch[]> rows)
    {
        var columns = new TouchColumns();
        rows.ForEach(row => columns.Add(row));
        return columns;
    }

    private static Touch Touched(string id, Instant at) => new() { Id = EventId.From(id), Kind = TouchKinds.EmailReplied, OccurredAt = at };
}
