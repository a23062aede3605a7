using System.Numerics;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Insights;

public sealed class RateTests
{
    [Theory]
    [InlineData(881, 1000, "0.881")]
    [InlineData(295, 390, "0.756410")]
    [InlineData(1, 2_000_000, "0.000000")] // half to the even 0
    [InlineData(3, 2_000_000, "0.000002")] // half to the even 2
    [InlineData(3, 2, "1.5")]
    [InlineData(long.MaxValue, 1, "9223372036854775807")]
    public void Six_decimals_are_rounded_once_with_halves_to_even(long count, long of, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Rate.From(count, of)!.Value.ToDecimal());

    [Fact]
    public void A_share_of_nothing_is_undefined()
    {
        Assert.Null(Rate.From(0, 0));
        Assert.False(default(Rate).IsAssigned);
        Assert.Throws<InvalidOperationException>(() => default(Rate).ToDecimal());
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.From(-1, 1));
    }

    [Fact]
    public void A_rate_is_never_further_than_half_a_millionth_from_its_counts() =>
        Prop.ForAll(
            Arb.From(Gen.Choose(0, int.MaxValue)),
            Arb.From(Gen.Choose(1, int.MaxValue)),
            (count, of) =>
            {
                var millionths = new BigInteger(Rate.From(count, of)!.Value.ToDecimal() * 1_000_000m);
                return BigInteger.Abs((millionths * of) - (new BigInteger(count) * 1_000_000)) * 2 <= of;
            }).Check(Tries.Of());
}
