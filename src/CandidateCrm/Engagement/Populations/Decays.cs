using System.Numerics;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Engagement;

/// <summary>2^x for many x at once, in + − × on doubles in a fixed order, so that every platform gives the same digits whatever the width of its vectors.</summary>
internal static class Decays
{
    /// <summary>How far an answer may be off, relative to it, for x of -64 to 0: the rounding of x, 64 · 2^-52 · ln 2 at most, and of fourteen operations.</summary>
    internal const double RelativeError = 2e-14;

    /// <summary>Beyond this, 2^x is no more than 2^-200, which no score feels; the exponent stays that of a normal number.</summary>
    private const double LeastExponent = -200;

    // 1.5 · 2^52: adding it rounds to a whole number, which then stands in the lowest bits.
    private const double Magic = 6_755_399_441_055_744;

    // ln(2)^n / n!
    private const double C1 = 0.6931471805599453;
    private const double C2 = 0.24022650695910072;
    private const double C3 = 0.05550410866482158;
    private const double C4 = 0.009618129107628477;
    private const double C5 = 0.0013333558146428443;
    private const double C6 = 0.0001540353039338161;
    private const double C7 = 1.5252733804059841e-05;
    private const double C8 = 1.321548679014431e-06;
    private const double C9 = 1.01780860092397e-07;
    private const double C10 = 7.054911620801123e-09;
    private const double C11 = 4.4455382718708116e-10;
    private const double C12 = 2.5678435993488206e-11;
    private const double C13 = 1.3691488853904128e-12;

    /// <summary>Writes 2^((at − now) · rate) for each instant; what lies after now counts nothing.</summary>
    internal static void Fill(ReadOnlySpan<double> at, double now, double rate, Span<double> decays)
    {
        var width = Vector<double>.Count;
        var index = 0;
        for (; index <= at.Length - width; index += width)
        {
            Of(new Vector<double>(at[index..]), new Vector<double>(now), new Vector<double>(rate)).CopyTo(decays[index..]);
        }

        if (index < at.Length)
        {
            Span<double> rest = stackalloc double[width];
            at[index..].CopyTo(rest);
            Of(new Vector<double>(rest), new Vector<double>(now), new Vector<double>(rate)).CopyTo(rest);
            rest[..(at.Length - index)].CopyTo(decays[index..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Of(Vector<double> at, Vector<double> now, Vector<double> rate)
    {
        var elapsed = at - now;
        return Vector.ConditionalSelect(Vector.GreaterThan(elapsed, Vector<double>.Zero), Vector<double>.Zero, PowerOf(elapsed * rate));
    }

    /// <summary>Returns 2^x for x of 0 and below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<double> PowerOf(Vector<double> exponent)
    {
        var x = Vector.Max(exponent, new Vector<double>(LeastExponent));
        var shifted = x + new Vector<double>(Magic);
        var f = x - (shifted - new Vector<double>(Magic));

        // Even and odd powers apart, so that half as many operations wait for each other.
        var square = f * f;
        var even = new Vector<double>(C12);
        even = (even * square) + new Vector<double>(C10);
        even = (even * square) + new Vector<double>(C8);
        even = (even * square) + new Vector<double>(C6);
        even = (even * square) + new Vector<double>(C4);
        even = (even * square) + new Vector<double>(C2);
        even = (even * square) + Vector<double>.One;
        var odd = new Vector<double>(C13);
        odd = (odd * square) + new Vector<double>(C11);
        odd = (odd * square) + new Vector<double>(C9);
        odd = (odd * square) + new Vector<double>(C7);
        odd = (odd * square) + new Vector<double>(C5);
        odd = (odd * square) + new Vector<double>(C3);
        odd = (odd * square) + new Vector<double>(C1);
        var fraction = even + (odd * f);
        return Vector.AsVectorDouble(Vector.AsVectorInt64(fraction) + Vector.ShiftLeft(Vector.AsVectorInt64(shifted), 52));
    }
}
