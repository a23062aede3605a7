namespace CandidateCrm.Engagement;

/// <summary>What is alike in signals that are taken together, and what they add up to at both ends of a stretch.</summary>
internal struct SignalBundle
{
    // A saturating value, as a function of time, is bent by at most x(1 + x/C · e^(-x/C)) · (ln 2 / half-life)²; the bracket is at most 1 + 1/e.
    private const double MostBend = 1.4 * 0.693147180559945309 * 0.693147180559945309;

    private static readonly Int128 HalfNano = FixedPoint.From(0.0000000005m) + 1;

    internal int HalfLife;
    internal long NanosOfHalfLife;
    internal int Group;
    internal int Alone;
    internal (decimal? Saturation, decimal? Cap) Curve;
    internal bool NeverBelowZero;
    internal bool NeverAboveZero;
    private int _live;
    private double _sizes;
    private Int128 _blur;
    private Int128 _least;
    private Int128 _most;
    private Int128 _unroundedStart;
    private Int128 _unroundedEnd;

    internal readonly bool IsLike(in SignalBundle other) =>
        HalfLife == other.HalfLife && Group == other.Group && Alone == other.Alone && Curve == other.Curve;

    /// <summary>Counts a signal of which something is left.</summary>
    internal void Count(UInt128 raw, UInt128 lifetime)
    {
        _live++;
        _sizes += (double)raw;
        _blur += (Int128)(FixedPoint.Blur(raw) + (lifetime >> 62));
    }

    internal void Clear() => (_least, _most, _unroundedStart, _unroundedEnd) = (0, 0, 0, 0);

    /// <summary>Adds the values of a signal at both ends, as the scale has them and unrounded.</summary>
    internal void Add(Int128 start, Int128 end, Int128 unroundedStart, Int128 unroundedEnd)
    {
        _least += Int128.Min(start, end);
        _most += Int128.Max(start, end);
        _unroundedStart += unroundedStart;
        _unroundedEnd += unroundedEnd;
    }

    /// <summary>Returns the least and the largest sum between both ends, in the units of the scale.</summary>
    internal readonly (Int128 Least, Int128 Most) Range(ScoreScale scale, Int128 collectedAt, in ScoreStretch stretch)
    {
        var (least, most) = (_least, _most);
        if (_live > 1 && Curve.Cap is null)
        {
            // Both ends differ from the real numbers by the blur, and so does what lies between; there each value may be half a unit, and the blur of a tie, from what it is rounded to.
            var slack = (3 * _blur) + (scale.IsRounded ? _live * HalfNano : 0) + (Curve.Saturation is null ? 0 : Bend(collectedAt, stretch));
            var together = (Least: Int128.Min(_unroundedStart, _unroundedEnd) - slack, Most: Int128.Max(_unroundedStart, _unroundedEnd) + slack);
            least = Int128.Max(least, scale.IsRounded ? -FixedPoint.FloorNanos(-together.Least) : together.Least);
            most = Int128.Min(most, scale.IsRounded ? FixedPoint.FloorNanos(together.Most) : together.Most);
        }

        return (NeverBelowZero ? Int128.Max(least, 0) : least, NeverAboveZero ? Int128.Min(most, 0) : most);
    }

    /// <summary>Returns by how much saturating values may lie off the line between both ends.</summary>
    private readonly Int128 Bend(Int128 collectedAt, in ScoreStretch stretch)
    {
        if (NanosOfHalfLife == 0)
        {
            return 0;
        }

        var length = (double)(stretch.To - stretch.From) / NanosOfHalfLife;
        var passed = (double)(stretch.From - collectedAt) / NanosOfHalfLife;
        var bend = MostBend / 8 * length * length * _sizes * ExactMath.Exp2(-passed);
        return bend < 1e30 ? (Int128)bend + 1 : (Int128)1e30;
    }
}
