using System.Numerics;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Insights;

public sealed class PercentilesTests
{
    private static readonly Arbitrary<Duration[]> Samples = Arb.From(
        Gen.ArrayOf(Gen.OneOf(
            Gen.Choose(-9, 9).Select(n => Duration.FromNanoseconds(n)),
            Gen.Choose(-1_000_000, 1_000_000).Select(n => Duration.FromDays(n) + Duration.FromNanoseconds(n)))));

    [Fact]
    public void Four_hours_read_differently_by_the_two_methods()
    {
        Duration[] hours = [Duration.FromHours(4), Duration.FromHours(1), Duration.FromHours(3), Duration.FromHours(2)];

        Assert.Equal(Duration.FromMinutes(150), Percentiles.Of(hours, 0.5m, PercentileMethod.Linear));
        Assert.Equal(Duration.FromHours(2), Percentiles.Of(hours, 0.5m, PercentileMethod.NearestRank));
        Assert.Equal(Duration.FromHours(1), Percentiles.Of(hours, 0m, PercentileMethod.NearestRank));
        Assert.Equal(Duration.FromHours(4), Percentiles.Of(hours, 1m, PercentileMethod.Linear));
    }

    [Fact]
    public void The_nearest_rank_of_an_exact_product_is_not_pushed_up_by_binary_fractions()
    {
        // 0.07 · 100 is 7.000000000000001 in binary floating point, whose ceiling would be 8.
        var values = Enumerable.Range(1, 100).Select(n => Duration.FromHours(n));

        Assert.Equal(Duration.FromHours(7), Percentiles.Of(values, 0.07m, PercentileMethod.NearestRank));
    }

    [Fact]
    public void No_durations_are_undefined_and_not_zero()
    {
        var none = Percentiles.Summarize([], Duration.FromHours(24));

        Assert.Equal((0L, null, null, null), (none.Count, none.Min, none.Max, none.Mean));
        Assert.Null(none.Linear);
        Assert.Null(none.NearestRank);
        Assert.Equal(0, none.Within[0].Count);
        Assert.Null(Percentiles.Of([], 0.5m, PercentileMethod.Linear));
    }

    [Fact]
    public void A_duration_that_equals_the_limit_is_within()
    {
        var summary = Percentiles.Summarize([Duration.FromHours(24), Duration.FromHours(24) + Duration.FromNanoseconds(1)], Duration.FromHours(24));

        Assert.Equal(1, summary.Within[0].Count);
    }

    [Theory]
    [InlineData("-0.1")]
    [InlineData("1.1")]
    [InlineData("0.0000001")]
    public void A_share_is_zero_to_one_with_six_decimals(string share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Percentiles.Of([], decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), PercentileMethod.Linear));

    [Fact]
    public void The_mean_of_very_many_long_times_does_not_overflow()
    {
        var long1 = Duration.FromDays(16_000_000);

        Assert.Equal(long1, Percentiles.Summarize([long1, long1, long1]).Mean);
    }

    [Fact]
    public void Every_figure_equals_the_one_of_plain_fractions() =>
        Prop.ForAll(Samples, Arb.From(Gen.Choose(0, 100)), (values, percent) =>
        {
            var sorted = values.Select(d => d.ToBigIntegerNanoseconds()).Order().ToArray();
            var linear = Percentiles.Of(values, percent / 100m, PercentileMethod.Linear)?.ToBigIntegerNanoseconds();
            var nearest = Percentiles.Of(values, percent / 100m, PercentileMethod.NearestRank)?.ToBigIntegerNanoseconds();
            var mean = Percentiles.Summarize(values).Mean?.ToBigIntegerNanoseconds();
            return sorted.Length == 0
                ? (linear, nearest, mean) == (null, null, null)
                : linear == Linear(sorted, percent)
                    && nearest == sorted.First(value => sorted.Count(other => other <= value) * 100 >= percent * sorted.Length)
                    && mean == Round(sorted.Aggregate(BigInteger.Zero, (sum, one) => sum + one), sorted.Length);
        }).Check(Tries.Of());

    private static BigInteger Linear(BigInteger[] sorted, int percent)
    {
        var hundredths = (sorted.Length - 1) * percent;
        var below = sorted[hundredths / 100];
        var above = sorted[Math.Min((hundredths / 100) + 1, sorted.Length - 1)];
        return Round((below * (100 - (hundredths % 100))) + (above * (hundredths % 100)), 100);
    }

    /// <summary>Rounds by looking at both neighbours, instead of at the remainder.</summary>
    private static BigInteger Round(BigInteger dividend, int divisor)
    {
        var guess = BigInteger.Divide(dividend, divisor);
        return new[] { guess - 1, guess, guess + 1 }
            .OrderBy(candidate => BigInteger.Abs((candidate * divisor) - dividend))
            .ThenBy(candidate => candidate.IsEven ? 0 : 1)
            .First();
    }
}
