namespace CandidateCrm.Engagement;

/// <summary>
/// Powers and logarithms that give the same digits on every platform: tables made with decimal arithmetic, polynomials in integers or in + − × ÷ on doubles.
/// The runtime's own functions may differ in the last digits between platforms, and a stored score must not.
/// </summary>
internal static class ExactMath
{
    /// <summary>2^0 as <see cref="Exp2(ulong)"/> writes it.</summary>
    internal const ulong One = 1UL << 63;

    /// <summary>log2(e), to the 28 places that a decimal holds.</summary>
    internal const decimal Log2OfE = 1.4426950408889634073599246810m;

    private const decimal Ln2 = 0.6931471805599453094172321215m;
    private const int Log2Bits = 7;
    private const double ScaleOfOne = 1.0 / One;

    // ln 2 and 1/n!, in units of 2^-64.
    private const ulong Ln2Part = 12_786_308_645_202_655_659;
    private const ulong Half = One;
    private const ulong Sixth = 3_074_457_345_618_258_602;
    private const ulong Over24 = 768_614_336_404_564_650;
    private const ulong Over120 = 153_722_867_280_912_930;
    private const ulong Over720 = 25_620_477_880_152_155;

    private static readonly ulong[] Powers = MakePowers();
    private static readonly double[] Logarithms = MakeLogarithms();

    /// <summary>
    /// Returns 2^(<paramref name="fraction"/> / 2^64) in units of 2^-63, exactly 2^63 for 0. Absolute error below 2^-61: half a unit of the table,
    /// truncations of seven products of which only the last three weigh, and a remainder of the series below 2^-71.
    /// </summary>
    internal static ulong Exp2(ulong fraction)
    {
        var power = Powers[fraction >> 56];
        var u = Math.BigMul(fraction & 0x00FF_FFFF_FFFF_FFFF, Ln2Part, out _);
        var series = Over120 + Math.BigMul(u, Over720, out _);
        series = Over24 + Math.BigMul(u, series, out _);
        series = Sixth + Math.BigMul(u, series, out _);
        series = Half + Math.BigMul(u, series, out _);
        var rest = u + Math.BigMul(u, Math.BigMul(u, series, out _), out _);
        return power + Math.BigMul(power, rest, out _);
    }

    /// <summary>Returns 2^x; relative error below 2^-52. Infinite or 0 where a double has no room.</summary>
    internal static double Exp2(double x)
    {
        if (!(x > -1_100))
        {
            return double.IsNaN(x) ? x : 0;
        }

        if (x > 1_100)
        {
            return double.PositiveInfinity;
        }

        var whole = Math.Floor(x);
        var fraction = (ulong)((x - whole) * 18_446_744_073_709_551_616.0);
        var power = Exp2(fraction) * ScaleOfOne;
        return whole >= -1_000 && whole < 0 ? power * BitConverter.Int64BitsToDouble((1_023 + (long)whole) << 52) : Math.ScaleB(power, (int)whole);
    }

    /// <summary>Returns e^-x; relative error below 2^-52 + |x| · 2^-52.</summary>
    internal static double ExpOfMinus(double x) => Exp2(-x * (double)Log2OfE);

    /// <summary>Returns log2(x) of a finite x above 0; error below 2^-50 of the larger of 1 and the answer. Not a number for x below 0, minus infinity for 0.</summary>
    internal static double Log2(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var exponent = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -exponent);
        var index = (int)((mantissa - 1) * (1 << Log2Bits));
        var middle = 1 + ((index + 0.5) / (1 << Log2Bits));

        // log((1 + z) / (1 − z)) = 2 (z + z³/3 + z⁵/5 + …); |z| < 2^-8, so the first term left out is below 2^-75.
        var z = (mantissa - middle) / (mantissa + middle);
        var square = z * z;
        var series = z * (1 + (square * ((1.0 / 3) + (square * ((1.0 / 5) + (square * ((1.0 / 7) + (square / 9))))))));
        return exponent + (Logarithms[index] + (series * (2 * (double)Log2OfE)));
    }

    private static ulong[] MakePowers()
    {
        var root = 2m;
        var roots = new decimal[8];
        for (var bit = 7; bit >= 0; bit--)
        {
            root = SquareRoot(root);
            roots[bit] = root;
        }

        var powers = new ulong[256];
        for (var index = 0; index < powers.Length; index++)
        {
            var power = 1m;
            for (var bit = 0; bit < roots.Length; bit++)
            {
                power *= (index >> bit & 1) == 1 ? roots[bit] : 1m;
            }

            powers[index] = (ulong)decimal.Round(power * One);
        }

        return powers;
    }

    private static double[] MakeLogarithms()
    {
        var logarithms = new double[1 << Log2Bits];
        for (var index = 0; index < logarithms.Length; index++)
        {
            var middle = 1m + ((index + 0.5m) / logarithms.Length);
            var z = (middle - 1) / (middle + 1);
            var term = z;
            var sum = 0m;
            for (var odd = 1; term != 0; odd += 2)
            {
                sum += term / odd;
                term *= z * z;
            }

            logarithms[index] = (double)(2 * sum / Ln2);
        }

        return logarithms;
    }

    private static decimal SquareRoot(decimal value)
    {
        // Newton's steps fall towards the root from above; the first that does not fall has reached the last digit.
        var root = value;
        for (var next = (root + (value / root)) / 2; next < root; next = (root + (value / root)) / 2)
        {
            root = next;
        }

        return root;
    }
}
