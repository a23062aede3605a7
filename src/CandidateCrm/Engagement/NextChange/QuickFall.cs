namespace CandidateCrm.Engagement;

/// <summary>
/// Finds the second on which a score that only falls leaves its band, in a few steps on the logarithm, in doubles of + − × ÷ alone: the same on every platform.
/// It answers where the seconds before and after lie beyond everything that rounding could do, and leaves the rest to the exact search, so that both say the same.
/// </summary>
internal sealed class QuickFall
{
    private const double Ln2 = 0.693147180559945309;
    private const int MostSteps = 16;

    // A hundred times what powers and sums of doubles may be off, for each unit that is added up.
    private const double Grain = 1e-12;

    // What goes out of sight of the exact sums stays below 10^-9 for lifetimes up to here.
    private static readonly UInt128 MostLifetime = (UInt128)FixedPoint.From(1_000_000_000m);

    private readonly ScorePlan _plan;
    private readonly double[] _rates;
    private readonly double[] _groupCaps;
    private readonly double _ceiling;
    private readonly double _floor;
    private readonly double[] _decays;
    private readonly Part[] _parts;
    private readonly Falling[] _steady;
    private readonly Falling[] _sums;
    private readonly int[] _live;
    private int _liveCount;
    private int _count;
    private double _mostBend;
    private double _margin;

    internal QuickFall(ScorePlan plan)
    {
        _plan = plan;
        _rates = [.. plan.HalfLives.Select(halfLife => (double)ElapsedTime.NanosPerSecond / halfLife.Nanos)];
        _groupCaps = [.. plan.Rounded.GroupCaps.Select(FixedPoint.DoubleOfNanos)];
        _ceiling = plan.Rounded.Ceiling is { } ceiling ? FixedPoint.DoubleOfNanos(ceiling) : double.PositiveInfinity;
        _floor = plan.Rounded.Floor is { } floor ? FixedPoint.DoubleOfNanos(floor) : double.NegativeInfinity;
        _decays = new double[_rates.Length];
        _live = new int[_rates.Length];
        _parts = new Part[plan.Signals.Length];
        _steady = new Falling[_groupCaps.Length + 1];
        _sums = new Falling[_steady.Length];
    }

    /// <summary>Returns the first place of a grid of seconds, which begins less than one before now, where the score lies below a threshold; 0 where it cannot tell.</summary>
    internal long FirstBelow(ScoreDraft draft, Int128 now, Grid grid, Int128 below)
    {
        // A floor stops the fall before the threshold; no slope foretells that.
        var threshold = FixedPoint.DoubleOfNanos(below);
        if (threshold <= 0 || _floor >= threshold || !Load(draft, now))
        {
            return 0;
        }

        var passed = (double)(long)(now - grid.Start) / ElapsedTime.NanosPerSecond;
        var place = passed;
        var score = At(0);
        long above = 0;
        var under = grid.Last + 1;
        for (var step = 0; step < MostSteps && (step > 0 || score.Value > threshold); step++)
        {
            // Each step ends on the second before the meeting: from there the slope says that the next one is beyond it. What a cap holds up is halved.
            var next = (long)Math.Clamp(place + (score is { Value: > 0, Slope: > 0 } ? Jump(score, threshold) : (under - above) / 2), above + 1, under - 1);
            score = At(next - passed);
            if (Math.Abs(score.Value - threshold) <= _margin)
            {
                return 0;
            }

            (above, under) = score.Value > threshold ? (next, FallsWithin(score, threshold) ? next + 1 : under) : (above, next);
            if (under - above == 1)
            {
                return under <= grid.Last ? under : 0;
            }

            place = next;
        }

        return 0;
    }

    /// <summary>Returns the seconds to where the score meets the threshold, by Halley's step on its logarithm.</summary>
    private static double Jump(Falling score, double threshold)
    {
        var height = ExactMath.Log2(score.Value / threshold) * Ln2;
        var slope = score.Slope / score.Value;
        var bend = (score.Bend / score.Value) - (slope * slope);
        var divisor = (2 * slope * slope) - (height * bend);
        return divisor > 0 ? 2 * height * slope / divisor : height / slope;
    }

    /// <summary>Takes over what a draft holds; says no where doubles are too coarse for it.</summary>
    private bool Load(ScoreDraft draft, Int128 now)
    {
        _count = 0;
        _liveCount = 0;
        _mostBend = 0;
        Array.Clear(_steady);
        var size = 0.0;
        for (var index = 0; index < _parts.Length; index++)
        {
            var raw = draft.Signals[index].EndBlock is null ? 0 : draft.RawAt(index, now);
            if (raw == 0)
            {
                continue;
            }

            var signal = _plan.Signals[index];
            if (signal.Fading is not null && draft.Signals[index].Lifetime > MostLifetime)
            {
                return false;
            }

            size += signal.Fading is null ? Stay(signal, FixedPoint.DoubleOfNanos(signal.Nanos(raw))) : Fade(signal, (double)raw * FixedPoint.Unit);
        }

        _margin = (1e-9 * (_count + 1)) + (Grain * size);
        return true;
    }

    /// <summary>Counts a value that time leaves alone; returns its size.</summary>
    private double Stay(SignalPlan signal, double value)
    {
        _steady[signal.Group + 1].Value += value;

        // What falls onto the lower cap of its group comes to a stop, which no slope foretells.
        _mostBend = value < 0 && signal.Group >= 0 ? double.PositiveInfinity : _mostBend;
        return Math.Abs(value);
    }

    /// <summary>Takes in a signal that fades; returns the size of its numbers.</summary>
    private double Fade(SignalPlan signal, double raw)
    {
        if (!_live.AsSpan(0, _liveCount).Contains(signal.HalfLife))
        {
            _live[_liveCount++] = signal.HalfLife;
        }

        var rate = Ln2 * _rates[signal.HalfLife];
        _parts[_count++] = new Part(raw, signal.HalfLife, signal.SaturatesAt, signal.CapsAt, signal.Group + 1);
        _mostBend += raw * rate * rate / 2;
        return raw + signal.SaturatesAt;
    }

    /// <summary>Says that the next second lies below the threshold, given the present one: time lifts upper caps, so that the slope lessens by its bend alone.</summary>
    private bool FallsWithin(Falling score, double threshold) =>
        score.Value - score.Slope + _mostBend < threshold - _margin;

    /// <summary>Returns the score so many seconds from now, and how it falls.</summary>
    private Falling At(double seconds)
    {
        foreach (var halfLife in _live.AsSpan(0, _liveCount))
        {
            _decays[halfLife] = seconds == 0 ? 1 : ExactMath.Exp2(-seconds * _rates[halfLife]);
        }

        _steady.CopyTo(_sums, 0);
        foreach (ref readonly var part in _parts.AsSpan(0, _count))
        {
            _sums[part.Group].Add(part.At(_decays[part.HalfLife], Ln2 * _rates[part.HalfLife]));
        }

        var total = _sums[0];
        for (var group = 0; group < _groupCaps.Length; group++)
        {
            total.Add(_sums[group + 1].Within(-_groupCaps[group], _groupCaps[group]));
        }

        return total.Within(double.NegativeInfinity, _ceiling).Within(_floor, double.PositiveInfinity);
    }

    /// <summary>A value, by how much it falls in a second, and by how much that lessens in a second.</summary>
    private struct Falling(double value, double slope, double bend)
    {
        internal double Value = value;
        internal double Slope = slope;
        internal double Bend = bend;

        internal void Add(Falling other)
        {
            Value += other.Value;
            Slope += other.Slope;
            Bend += other.Bend;
        }

        internal readonly Falling Within(double least, double most) =>
            Value > most ? new(most, 0, 0) : Value < least ? new(least, 0, 0) : this;
    }

    /// <summary>A signal that fades.</summary>
    private readonly record struct Part(double Raw, int HalfLife, double Saturation, double Cap, int Group)
    {
        internal Falling At(double decay, double rate)
        {
            var value = Raw * decay;
            var slope = value * rate;
            var bend = slope * rate;
            if (Saturation > 0)
            {
                var left = ExactMath.ExpOfMinus(value / Saturation);
                bend = (bend - (slope * slope / Saturation)) * left;
                slope *= left;
                value = Saturation * (1 - left);
            }

            return value > Cap ? new Falling(Cap, 0, 0) : new Falling(value, slope, bend);
        }
    }
}
