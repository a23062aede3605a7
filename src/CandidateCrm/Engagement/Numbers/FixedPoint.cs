using System.Runtime.CompilerServices;

namespace CandidateCrm.Engagement;

/// <summary>Numbers in units of 2^-60, the grain of the sums, and their way to 9 decimal places.</summary>
internal static class FixedPoint
{
    internal const int Bits = 60;
    internal const double Unit = 1.0 / (1L << Bits);
    private const ulong FractionMask = (1UL << Bits) - 1;
    private const ulong HalfUnit = 1UL << (Bits - 1);
    private const ulong NanosOfOne = 1_000_000_000;
    private const ulong MostBlur = 1UL << 22;
    private const ulong MostWhole = 1UL << 33;

    /// <summary>Returns the nearest number of units; a decimal of at most 10^12.</summary>
    internal static Int128 From(decimal value)
    {
        var whole = decimal.Truncate(value);
        var high = (value - whole) * (1L << 30);
        var highWhole = decimal.Truncate(high);
        var low = decimal.Round((high - highWhole) * (1L << 30));
        return ((Int128)(long)whole << Bits) + ((Int128)(long)highWhole << 30) + (long)low;
    }

    /// <summary>Returns a · b / 2^64, cut off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static UInt128 HighProduct(UInt128 a, ulong b)
    {
        var low = Math.BigMul((ulong)a, b, out _);
        var upper = (ulong)(a >> 64);
        return upper == 0 ? low : Product(upper, b) + low;
    }

    /// <summary>Returns a · b / 2^63, to the nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static UInt128 ScaledProduct(UInt128 a, ulong b) =>
        (Product((ulong)(a >> 64), b) << 1) + ((Product((ulong)a, b) + (1UL << 62)) >> 63);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static UInt128 Product(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return new UInt128(high, low);
    }

    /// <summary>How far a sum of this size may lie from the real number it stands for: 2^-58 of it, and 8 units.</summary>
    internal static UInt128 Blur(UInt128 size) => (size >> 58) + 8;

    /// <summary>Returns a threshold so many blurs lower; the ends of the numbers stand for no threshold and stay.</summary>
    internal static Int128 LessBlurs(this Int128 threshold, int count) =>
        threshold == Int128.MinValue || threshold == Int128.MaxValue ? threshold : threshold - (count * (Int128)Blur((UInt128)Int128.Abs(threshold)));

    /// <summary>
    /// Rounds to units of 10^-9, half to even. A sum that lies within its blur of a tie is the tie: two powers whose product is exactly 2^-n leave a last digit that is not in the numbers.
    /// </summary>
    internal static UInt128 ToNanos(UInt128 value)
    {
        var whole = (ulong)(value >> Bits);
        var high = Math.BigMul((ulong)value & FractionMask, NanosOfOne, out var low);
        var nanos = (high << (64 - Bits)) | (low >> Bits);
        var rest = low & FractionMask;
        var distance = rest > HalfUnit ? rest - HalfUnit : HalfUnit - rest;

        // Above 10^6 the blur would swallow the grid; there the nearest is good enough, since a double has no such digit either.
        var blur = Math.Min((whole << 2) + 12, MostBlur) * NanosOfOne;
        nanos += (distance <= blur ? (nanos & 1) == 1 : rest > HalfUnit) ? 1UL : 0;
        return whole < MostWhole ? (whole * NanosOfOne) + nanos : Product(whole, NanosOfOne) + nanos;
    }

    /// <summary>Returns the decimal of so many units of 10^-9.</summary>
    internal static decimal FromNanos(Int128 nanos)
    {
        var size = (UInt128)Int128.Abs(nanos);
        return (size >> 96) == 0
            ? new decimal((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), nanos < 0, ScoreBounds.Places)
            : throw new OverflowException("A score has no room in a decimal.");
    }

    /// <summary>Returns about so many units of 10^-9.</summary>
    internal static double DoubleOfNanos(Int128 nanos) => (double)nanos * 1e-9;

    /// <summary>Returns the decimal nearest to so many units of 2^-60, at 9 places.</summary>
    internal static decimal ToDecimal(Int128 value)
    {
        var nanos = (Int128)ToNanos((UInt128)Int128.Abs(value));
        return FromNanos(value < 0 ? -nanos : nanos);
    }

    /// <summary>Returns the least number of units of 10^-9 that is not below the value: a score of nine places is at or above the one exactly where it is at or above the other.</summary>
    internal static Int128 CeilingNanos(decimal value) => (Int128)decimal.Ceiling(value * NanosOfOne);

    /// <summary>Returns the largest number of units of 10^-9 that is not above so many units of 2^-60, of at most 2^95.</summary>
    internal static Int128 FloorNanos(Int128 value) => (value * NanosOfOne) >> Bits;

    internal static Int128 RoundedNanos(decimal value) => (Int128)decimal.Round(value * NanosOfOne, MidpointRounding.ToEven);
}
