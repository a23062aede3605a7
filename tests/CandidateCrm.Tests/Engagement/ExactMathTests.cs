using System.Numerics;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

public sealed class ExactMathTests
{
    private static readonly BigInteger TwoTo64 = BigInteger.One << 64;
    private static readonly Arbitrary<ulong> Fractions = Arb.From(
        from high in Gen.Choose(0, int.MaxValue)
        from middle in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, 3)
        select ((ulong)(uint)high << 33) | ((ulong)(uint)middle << 2) | (uint)low);

    [Fact]
    public void A_power_of_two_stays_within_its_bound() =>
        Prop.ForAll(Fractions, fraction => ErrorOf(fraction) < BigInteger.One << (200 - 61)).Check(Tries.Of(3_000));

    [Fact]
    public void The_bound_holds_at_every_border_of_the_table()
    {
        for (ulong index = 0; index < 256; index++)
        {
            foreach (var fraction in new[] { index << 56, (index << 56) + 1, (index << 56) - 1, (index << 56) + (1UL << 55) })
            {
                Assert.True(ErrorOf(fraction) < BigInteger.One << (200 - 61), $"2^({fraction}/2^64)");
            }
        }
    }

    [Fact]
    public void Two_to_the_zero_is_exact_and_just_below_two_does_not_overflow()
    {
        Assert.Equal(ExactMath.One, ExactMath.Exp2(0UL));
        Assert.True(ExactMath.Exp2(ulong.MaxValue) > ulong.MaxValue - 16);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-1.0)]
    [InlineData(10.0)]
    [InlineData(-60.0)]
    [InlineData(0.5)]
    [InlineData(-0.1)]
    [InlineData(99.99)]
    public void Doubles_agree_with_the_runtime_to_a_few_last_digits(double x)
    {
        Assert.Equal(1.0, ExactMath.Exp2(x) / Math.Pow(2, x), 1e-15);
        Assert.Equal(1.0, ExactMath.ExpOfMinus(x) / Math.Exp(-x), 1e-13);
    }

    [Fact]
    public void Logarithms_agree_with_the_runtime() =>
        Prop.ForAll(Fractions, fraction =>
        {
            var x = (1 + (fraction / (double)ulong.MaxValue)) * Math.ScaleB(1, (int)(fraction % 200) - 100);
            return Math.Abs(ExactMath.Log2(x) - Math.Log2(x)) <= Math.Max(1, Math.Abs(Math.Log2(x))) * Math.ScaleB(1, -50);
        }).Check(Tries.Of(3_000));

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(2.0, 1.0)]
    [InlineData(0.25, -2.0)]
    public void Logarithms_of_powers_of_two_are_whole(double x, double expected) => Assert.Equal(expected, ExactMath.Log2(x), 1e-15);

    [Fact]
    public void Ends_of_the_range_are_named()
    {
        Assert.Equal(0, ExactMath.Exp2(-5_000.0));
        Assert.Equal(double.PositiveInfinity, ExactMath.Exp2(5_000.0));
        Assert.Equal(double.NegativeInfinity, ExactMath.Log2(0));
        Assert.True(double.IsNaN(ExactMath.Log2(-1)));
        Assert.True(double.IsNaN(ExactMath.Exp2(double.NaN)));
    }

    [Fact]
    public void A_decimal_becomes_the_nearest_number_of_units() =>
        Prop.ForAll(Fractions, fraction =>
        {
            var value = (decimal)fraction / 1_000_000_000_000_000m;
            var exact = new BigInteger(fraction) * (BigInteger.One << 60) * 2 / BigInteger.Pow(10, 15);
            return BigInteger.Abs((BigInteger)FixedPoint.From(value) * 2 - exact) <= 2 && FixedPoint.From(-value) == -FixedPoint.From(value);
        }).Check(Tries.Of());

    private static BigInteger ErrorOf(ulong fraction)
    {
        // 2^(f/2^64) = 2 · 2^-((2^64 − f)/2^64), in units of 2^-200.
        var exact = ScoreOracle.PowerOfHalf(TwoTo64 - fraction, TwoTo64) * 2;
        return BigInteger.Abs(((BigInteger)ExactMath.Exp2(fraction) << (200 - 63)) - exact);
    }
}
