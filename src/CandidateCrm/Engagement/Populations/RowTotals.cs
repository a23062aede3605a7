using System.Numerics;

namespace CandidateCrm.Engagement;

/// <summary>
/// The totals of some rows while their signals are added up, in units of 10^-9, with a count of the doubts about each: where the last digit of a value could be another than that of
/// the exact sum. All are whole numbers that doubles hold exactly; many rows are worked on at once, in + − × ÷ alone.
/// </summary>
internal sealed class RowTotals
{
    /// <summary>So many doubts mean that the row has to be summed up exactly.</summary>
    internal const double TooMany = 2;

    // Larger sums leave too little room for units of 10^-9, in themselves and in the total of all signals that a model can have.
    private const double MostRaw = 30_000;
    private const double UnitsOfOne = 1e9;

    private readonly ScoreScale _scale;
    private readonly double[] _sums;
    private readonly double[][] _groups;
    private readonly double[] _groupCaps;
    private readonly double[] _doubts;

    internal RowTotals(ScorePlan plan, int rows)
    {
        _scale = plan.Rounded;
        _sums = new double[rows];
        _doubts = new double[rows];
        _groups = [.. _scale.GroupCaps.Select(_ => new double[rows])];
        _groupCaps = [.. _scale.GroupCaps.Select(cap => (double)cap)];
    }

    internal void Clear()
    {
        Array.Clear(_sums);
        Array.Clear(_doubts);
        foreach (var group in _groups)
        {
            Array.Clear(group);
        }
    }

    /// <summary>Adds what a signal has in each row: decayed sums without sign, to be multiplied by a factor; how far they may be off relative to themselves, and beside that.</summary>
    internal void Add(SignalPlan signal, double[] raws, double factor, double relativeError, double error)
    {
        var into = signal.Group >= 0 ? _groups[signal.Group] : _sums;
        var terms = new Terms(signal, factor, relativeError, error);
        for (var row = 0; row < into.Length; row += Vector<double>.Count)
        {
            var value = terms.Of(new Vector<double>(raws, row), out var doubts);
            (new Vector<double>(into, row) + value).CopyTo(into, row);
            (new Vector<double>(_doubts, row) + doubts).CopyTo(_doubts, row);
        }
    }

    /// <summary>Returns the score: it is the exact one where there is no doubt, and at most one unit off where there is one.</summary>
    internal Int128 Of(int row, out double doubts)
    {
        var total = _sums[row];
        for (var group = 0; group < _groups.Length; group++)
        {
            total += Math.Clamp(_groups[group][row], -_groupCaps[group], _groupCaps[group]);
        }

        doubts = _doubts[row];
        return _scale.HasLimits ? _scale.Limited((long)total) : (long)total;
    }

    /// <summary>The numbers of a signal, as many times as a vector holds them.</summary>
    private readonly ref struct Terms
    {
        private readonly Vector<double> _factor;
        private readonly Vector<double> _relativeError;
        private readonly Vector<double> _error;
        private readonly Vector<double> _cap;
        private readonly Vector<double> _sign;
        private readonly Vector<double> _saturation;
        private readonly Vector<double> _exponent;
        private readonly bool _saturates;

        internal Terms(SignalPlan signal, double factor, double relativeError, double error)
        {
            _saturates = signal.SaturatesAt > 0;
            _factor = new Vector<double>(factor);
            _relativeError = new Vector<double>(relativeError * UnitsOfOne);
            _error = new Vector<double>((error * UnitsOfOne) + (signal.SaturatesAt * 1e-15 * UnitsOfOne) + 1e-6);
            _cap = new Vector<double>(signal.CapUnits);
            _sign = new Vector<double>(signal.IsNegative ? -1 : 1);
            _saturation = new Vector<double>(signal.SaturatesAt * UnitsOfOne);
            _exponent = new Vector<double>(_saturates ? -(double)ExactMath.Log2OfE / signal.SaturatesAt : 0);
        }

        internal Vector<double> Of(Vector<double> raws, out Vector<double> doubts)
        {
            var raw = raws * _factor;
            var units = raw * new Vector<double>(UnitsOfOne);
            if (_saturates)
            {
                // The slope of a saturation is 1 at most, so that no error grows.
                units = _saturation * (Vector<double>.One - Decays.PowerOf(raw * _exponent));
            }

            var slack = (raw * _relativeError) + (units * new Vector<double>(1e-15)) + _error;
            var isCapped = Vector.GreaterThanOrEqual(units - slack, _cap);
            units = Vector.Min(units, _cap);
            var whole = Vector.Floor(units);
            var beyondTie = units - whole - new Vector<double>(0.5);
            var isLarge = Vector.GreaterThan(raw, new Vector<double>(MostRaw));
            var isCoarse = Vector.BitwiseOr(isLarge, Vector.AndNot(Vector.GreaterThanOrEqual(slack, new Vector<double>(0.25)), isCapped));
            var isTied = Vector.AndNot(Vector.LessThanOrEqual(Vector.Abs(beyondTie), slack), isCapped);
            doubts = Vector.ConditionalSelect(isCoarse, new Vector<double>(TooMany), Vector.ConditionalSelect(isTied, Vector<double>.One, Vector<double>.Zero));
            var rounded = Vector.ConditionalSelect(Vector.GreaterThan(beyondTie, Vector<double>.Zero), whole + Vector<double>.One, whole);
            return Vector.ConditionalSelect(isLarge, Vector<double>.Zero, Vector.Min(rounded, _cap) * _sign);
        }
    }
}
