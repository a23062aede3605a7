using System.Numerics;
using CandidateCrm.Engagement;

namespace CandidateCrm.Tests.Engagement;

/// <summary>The score as the rule is written: a direct sum over touchpoints, in integers of 200 binary places. Slow, and obviously right.</summary>
internal static class ScoreOracle
{
    private const int Places = 200;
    private static readonly BigInteger One = BigInteger.One << Places;
    private static readonly BigInteger TenTo18 = BigInteger.Pow(10, 18);
    private static readonly BigInteger Ln2 = MakeLn2();

    public static decimal Score(ScoringModel model, IEnumerable<Touch> touches, Instant at)
    {
        var counted = touches.DistinctBy(touch => touch.Id).Where(touch => touch.OccurredAt <= at).ToList();
        var total = 0m;
        var sums = model.Groups.ToDictionary(group => group.Key.Value, _ => 0m, StringComparer.Ordinal);
        foreach (var signal in model.Signals)
        {
            var value = Value(signal, counted.Where(touch => touch.Kind == signal.Kind), at);
            total += value;
            if (signal.Group is { } group)
            {
                sums[group.Value] += value;
            }
        }

        foreach (var group in model.Groups.OrderBy(group => group.Key.Value, StringComparer.Ordinal))
        {
            total += Math.Clamp(sums[group.Key.Value], -group.Cap, group.Cap) - sums[group.Key.Value];
        }

        total = Math.Min(total, model.Ceiling ?? total);
        return Math.Max(total, model.Floor ?? total);
    }

    /// <summary>The score before anything is rounded, in units of 10^-18 · 2^-200.</summary>
    public static BigInteger Unrounded(ScoringModel model, IEnumerable<Touch> touches, Instant at)
    {
        var counted = touches.DistinctBy(touch => touch.Id).Where(touch => touch.OccurredAt <= at).ToList();
        var sizes = model.Signals.Select(signal => (signal.Group, Size: Size(signal, counted.Where(touch => touch.Kind == signal.Kind), at))).ToList();
        var total = sizes.Where(value => value.Group is null).Aggregate(BigInteger.Zero, (sum, value) => sum + value.Size);
        foreach (var group in model.Groups)
        {
            var sum = sizes.Where(value => value.Group == group.Key).Aggregate(BigInteger.Zero, (sum, value) => sum + value.Size);
            total += BigInteger.Min(BigInteger.Max(sum, -Units(group.Cap)), Units(group.Cap));
        }

        total = model.Ceiling is { } ceiling ? BigInteger.Min(total, Units(ceiling)) : total;
        return model.Floor is { } floor ? BigInteger.Max(total, Units(floor)) : total;
    }

    /// <summary>A number of at most nine places in the units of <see cref="Unrounded"/>, which are 10^-18 · 2^-200.</summary>
    public static BigInteger Units(decimal value) => (BigInteger)(value * 1_000_000_000m) * 1_000_000_000 * One;

    /// <summary>Says that an unrounded score lies below what a band is left at, or at or above what the next is entered at.</summary>
    public static bool IsBeyond(ScoringModel model, int band, BigInteger unrounded) =>
        ((model.Bands[band].Exit ?? model.Bands[band].Enter) is { } exit && band > 0 && unrounded < Units(exit))
            || (band + 1 < model.Bands.Length && unrounded >= Units(model.Bands[band + 1].Enter!.Value));

    /// <summary>Each distinct instant of a counted touchpoint, then the instant asked for.</summary>
    public static List<(BandKey From, BandKey To, Instant At)> Path(ScoringModel model, IReadOnlyList<Touch> touches, Instant at)
    {
        var named = model.Signals.Select(signal => signal.Kind).ToHashSet();
        var instants = touches.Where(touch => touch.OccurredAt <= at && named.Contains(touch.Kind)).Select(touch => touch.OccurredAt).Append(at).Distinct().Order();
        var band = 0;
        var path = new List<(BandKey, BandKey, Instant)>();
        foreach (var instant in instants)
        {
            var next = Next(model, band, Score(model, touches, instant));
            if (next != band)
            {
                path.Add((model.Bands[band].Key, model.Bands[next].Key, instant));
            }

            band = next;
        }

        return path;
    }

    public static int Next(ScoringModel model, int band, decimal score)
    {
        var highest = model.Bands.Select((b, i) => (b, i)).Where(pair => pair.i > band && score >= pair.b.Enter).Select(pair => pair.i).DefaultIfEmpty(band).Max();
        while (highest > 0 && score < (model.Bands[highest].Exit ?? model.Bands[highest].Enter))
        {
            highest--;
        }

        return highest;
    }

    /// <summary>2^(-numerator/denominator) in units of 2^-200; exact where the exponent is whole.</summary>
    public static BigInteger PowerOfHalf(BigInteger numerator, BigInteger denominator)
    {
        var whole = (int)BigInteger.DivRem(numerator, denominator, out var rest);
        return (rest.IsZero ? One : ExpOfMinus(rest * Ln2 / denominator)) >> whole;
    }

    private static decimal Value(Signal signal, IEnumerable<Touch> touches, Instant at) => Rounded(Size(signal, touches, at));

    private static decimal Rounded(BigInteger size) => size.Sign * HalfEven(BigInteger.Abs(size) * 1_000_000_000, TenTo18 * One) / 1_000_000_000m;

    private static BigInteger Size(Signal signal, IEnumerable<Touch> touches, Instant at)
    {
        // Weights and quantities of the tests have at most 9 places each, so that 18 hold the product.
        var raw = BigInteger.Zero;
        foreach (var touch in touches)
        {
            var weight = (BigInteger)(signal.Weight * 1_000_000_000m) * (BigInteger)(touch.Quantity * 1_000_000_000m);
            raw += weight * Decay(signal, touch.OccurredAt, at);
        }

        var size = BigInteger.Abs(raw);
        if (signal.Saturation is { } saturation)
        {
            var ceiling = (BigInteger)(saturation * 1_000_000_000m) * 1_000_000_000;
            size = ceiling * (One - ExpOfMinus(size / ceiling));
        }

        return raw.Sign * (signal.Cap is { } cap ? BigInteger.Min(size, Units(cap)) : size);
    }

    private static BigInteger Decay(Signal signal, Instant from, Instant at)
    {
        if (signal.HalfLife is not { } halfLife)
        {
            return One;
        }

        var width = halfLife.ToBigIntegerNanoseconds();
        var blocks = Block(at, width) - Block(from, width);
        return blocks >= 64 ? BigInteger.Zero : PowerOfHalf((at - from).ToBigIntegerNanoseconds(), width);
    }

    private static BigInteger Block(Instant at, BigInteger width)
    {
        var quotient = BigInteger.DivRem((at - NodaConstants.UnixEpoch).ToBigIntegerNanoseconds(), width, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    private static decimal HalfEven(BigInteger numerator, BigInteger denominator)
    {
        var whole = BigInteger.DivRem(numerator, denominator, out var rest);
        var side = (rest * 2).CompareTo(denominator);
        return (decimal)(side > 0 || (side == 0 && !whole.IsEven) ? whole + 1 : whole);
    }

    private static BigInteger ExpOfMinus(BigInteger x)
    {
        // Halve the exponent until it is small, sum the series, and square back; 64 guard places hold what the squaring loses.
        if (x > 400 * One)
        {
            return BigInteger.Zero;
        }

        const int Guard = 64;
        const int Halvings = 16;
        var one = One << Guard;
        var small = (x << Guard) >> Halvings;
        var term = one;
        var sum = one;
        for (var n = 1; !term.IsZero; n++)
        {
            term = -(term * small >> (Places + Guard)) / n;
            sum += term;
        }

        for (var n = 0; n < Halvings; n++)
        {
            sum = sum * sum >> (Places + Guard);
        }

        return sum >> Guard;
    }

    private static BigInteger MakeLn2()
    {
        // ln 2 = 2 (1/3 + 1/3³/3 + 1/3⁵/5 + …)
        var power = (One << 32) / 3;
        var sum = BigInteger.Zero;
        for (var odd = 1; !power.IsZero; odd += 2)
        {
            sum += power / odd;
            power /= 9;
        }

        return (sum * 2) >> 32;
    }
}
