using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>One run over a population: some rows at a time, so that what is worked on stays near the processor. For one thread.</summary>
internal sealed class PopulationPass
{
    internal const int MostRows = 512;

    private readonly ScorePlan _plan;
    private readonly TouchColumn?[] _columns;
    private readonly PopulationScores? _before;
    private readonly ScoreDraft _exact;
    private readonly Int128 _at;
    private readonly double _now;
    private readonly RowTotals _totals;
    private readonly Int128[] _nanos;
    private readonly int[] _bands;
    private readonly double[] _sums = new double[MostRows];
    private double[] _decays = new double[4_096];
    private int _exactly;

    internal PopulationPass(ScorePlan plan, TouchColumns columns, Instant at, PopulationScores? before)
    {
        _plan = plan;
        _columns = [.. plan.Signals.Select(signal => columns.Find(signal.Kind))];
        _before = before;
        _exact = new ScoreDraft(plan);
        _at = ElapsedTime.NanosOf(at);
        _now = Microseconds.ToMicros(at);
        _totals = new RowTotals(plan, MostRows);
        _nanos = new Int128[columns.Rows];
        _bands = new int[columns.Rows];
    }

    internal PopulationScores Result() => new(_plan.Model, _nanos, _bands, _exactly);

    internal void Score(int row, int count)
    {
        _totals.Clear();
        for (var signal = 0; signal < _columns.Length; signal++)
        {
            if (_columns[signal] is { } column && _plan.Signals[signal].Size != 0)
            {
                Take(_plan.Signals[signal], column, row, count);
            }
        }

        for (var index = 0; index < count; index++)
        {
            Settle(row + index, index);
        }
    }

    private void Take(SignalPlan signal, TouchColumn column, int row, int count)
    {
        var from = column.StartOf(row);
        var all = column.EndOf(row + count - 1) - from;
        if (all == 0)
        {
            return;
        }

        if (_decays.Length < all + RowSums.Room)
        {
            _decays = new double[(all * 2) + RowSums.Room];
        }

        Fill(signal, column, from, _decays.AsSpan(0, all));
        var most = RowSums.Fill(_decays, column, row, count, _sums);

        // Beside the powers: sums of so many doubles, and what the exact sums do not see any more after 63 half-lives.
        var sight = signal.Fading is null ? 0 : most * signal.Size * column.MostQuantity * 1.1e-19;
        _totals.Add(signal, _sums, signal.Size, Decays.RelativeError + (most * 3e-16), sight);
    }

    private void Fill(SignalPlan signal, TouchColumn column, int from, Span<double> decays)
    {
        var rate = signal.Fading is { } fading ? ElapsedTime.NanosPerMicrosecond / (double)fading.Nanos : 0;
        Decays.Fill(column.Micros.Slice(from, decays.Length), _now, rate, decays);
        if (!column.Quantities.IsEmpty)
        {
            var quantities = column.Quantities.Slice(from, decays.Length);
            for (var index = 0; index < decays.Length; index++)
            {
                decays[index] *= (double)quantities[index];
            }
        }
    }

    private void Settle(int row, int index)
    {
        var scale = _plan.Rounded;
        var total = _totals.Of(index, out var doubts);
        if (doubts >= RowTotals.TooMany || (doubts > 0 && scale.IsNearThreshold(total)))
        {
            _exactly++;
            total = Exactly(row);
        }

        _nanos[row] = total;
        _bands[row] = scale.Settle(_before?.BandIndexOf(row) ?? 0, total);
    }

    private Int128 Exactly(int row)
    {
        _exact.Clear();
        for (var signal = 0; signal < _columns.Length; signal++)
        {
            if (_columns[signal] is not { } column)
            {
                continue;
            }

            for (var index = column.StartOf(row); index < column.EndOf(row); index++)
            {
                if (column.Micros[index] <= _now)
                {
                    _exact.Add(signal, (Int128)column.Micros[index] * ElapsedTime.NanosPerMicrosecond, column.Quantities.IsEmpty ? 1m : column.Quantities[index]);
                }
            }
        }

        return _exact.TotalAt(_plan.Rounded, _at);
    }
}
