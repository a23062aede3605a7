using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

/// <summary>The ends of what a model and a life can hold, against the oracle of 60 digits.</summary>
public sealed class ScoreRangeTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 30);
    private static readonly long Century = (long)(Instant.FromUtc(2100, 1, 1, 0, 0) - NodaConstants.UnixEpoch).TotalSeconds;
    private static readonly Gen<Duration> HalfLives = Gen.Elements(
        Duration.FromMinutes(1), Duration.FromHours(1), Duration.FromDays(1), Duration.FromDays(30), Duration.FromDays(365), Duration.FromDays(3_652) + Duration.FromHours(12));

    // Most touchpoints lie within a few half-lives of the instant, so that they are felt.
    private static readonly Gen<(Duration HalfLife, Instant At, Touch[] Touches)> Wide =
        from halfLife in HalfLives
        from place in Gen.Choose(0, int.MaxValue)
        from nanos in Gen.Choose(0, 999_999_999)
        from ages in Gen.Choose(0, 1 << 20).ArrayOf()
        let at = NodaConstants.UnixEpoch + Duration.FromSeconds((long)(place / (double)int.MaxValue * Century)) + Duration.FromNanoseconds(nanos)
        select (halfLife, at, ages.Select((age, index) => Touched($"t{index}", Earlier(at, halfLife * (index % 8 * 8 * (age / (double)(1 << 20))))) with { Quantity = 1 + (age % 7) }).ToArray());

    [Fact]
    public void From_a_minute_to_ten_years_and_from_1970_to_2100_a_score_is_the_direct_sum() =>
        Prop.ForAll(Arb.From(Wide), c =>
        {
            var engine = Engine(3.75m, c.HalfLife);
            var score = ScoreOracle.Score(engine.Model, c.Touches, c.At);
            return engine.Score(c.Touches, c.At) == score && engine.Score(c.Touches.Aggregate(engine.Empty, engine.Add), c.At) == score;
        }).Check(Tries.Of(400));

    [Fact]
    public void At_the_limits_of_weight_and_quantity_a_score_is_right_to_the_stated_bound() =>
        Prop.ForAll(Arb.From(Wide), c =>
        {
            // 2^-58 of the sum, and half a unit of the ninth place.
            var engine = Engine(-10_000m, c.HalfLife);
            Touch[] heavy = [.. c.Touches.Select(touch => touch with { Quantity = 10_000 })];
            var exact = ScoreOracle.Score(engine.Model, heavy, c.At);
            return Math.Abs(engine.Score(heavy, c.At) - exact) <= 0.000000001m + (Math.Abs(exact) / (1L << 58));
        }).Check(Tries.Of(200));

    [Fact]
    public void A_million_touchpoints_are_summed_up_exactly_one_by_one_and_at_once()
    {
        // Ten thousand at each of a hundred instants, so that a hundred with that quantity are the oracle.
        var engine = Engine(0.25m, Duration.FromDays(30));
        var instants = Enumerable.Range(0, 100).Select(index => Monday - Duration.FromHours(index * 31)).ToArray();
        var touches = Enumerable.Range(0, 1_000_000).Select(index => Touched($"t{index}", instants[index % 100])).ToArray();
        var draft = new ScoreDraft(engine.Plan);
        foreach (var touch in touches)
        {
            draft.Add(touch.Kind, touch.OccurredAt, touch.Quantity);
        }

        var expected = ScoreOracle.Score(engine.Model, instants.Select((at, index) => Touched($"t{index}", at) with { Quantity = 10_000 }), Monday);
        Assert.Equal(expected, draft.Score(Monday));
        Assert.Equal(expected, engine.Score(touches, Monday));
        Assert.Equal(1_000_000, engine.Explain(draft.Freeze(), Monday).Lines.Single().Count);
    }

    [Fact]
    public void A_million_of_the_heaviest_touchpoints_do_not_overflow()
    {
        var engine = Engine(10_000m, null);
        var draft = new ScoreDraft(engine.Plan);
        for (var index = 0; index < 1_000_000; index++)
        {
            draft.Add(TouchKinds.EmailReplied, Monday, 10_000m);
        }

        Assert.Equal(100_000_000_000_000m, draft.Score(Monday));
        Assert.Equal(100_000_000_000_000m, engine.Explain(draft.Freeze(), Monday).Tenure.LifetimeRaw);
    }

    [Theory]
    [InlineData("10000.000000001")]
    [InlineData("-10000.000000001")]
    [InlineData("79228162514264337593543950335")]
    public void A_weight_beyond_its_limit_is_refused_with_the_rule(string weight)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new Signal { Kind = TouchKinds.EmailReplied, Weight = decimal.Parse(weight, System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Contains("-10,000 to 10,000", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10000.000000001")]
    [InlineData("-0.000000001")]
    public void A_quantity_beyond_its_limit_is_refused_with_the_rule(string quantity)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Touched("a", Monday) with { Quantity = decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Contains("0 to 10,000", refused.Message, StringComparison.Ordinal);
    }

    private static Instant Earlier(Instant at, Duration age) => at - age < NodaConstants.UnixEpoch ? NodaConstants.UnixEpoch : at - age;

    private static ScoreEngine Engine(decimal weight, Duration? halfLife) => new(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, weight, halfLife).Build());

    private static Touch Touched(string id, Instant at) => new() { Id = EventId.From(id), Kind = TouchKinds.EmailReplied, OccurredAt = at };
}
