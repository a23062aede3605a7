using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>The touchpoints of one kind, of many candidates one after the other: only numbers, side by side.</summary>
internal sealed class TouchColumn
{
    private int[] _ends = [];
    private double[] _micros = [];
    private decimal[]? _quantities;
    private int _rows;

    /// <summary>Gets how many there are.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets the largest quantity, 1 at least.</summary>
    internal double MostQuantity { get; private set; } = 1;

    /// <summary>Gets the microseconds since the Unix epoch, which a double holds exactly within the years that columns take.</summary>
    internal ReadOnlySpan<double> Micros => _micros.AsSpan(0, Count);

    /// <summary>Gets the quantities; empty where all are 1.</summary>
    internal ReadOnlySpan<decimal> Quantities => _quantities is null ? [] : _quantities.AsSpan(0, Count);

    /// <summary>Returns where the touchpoints of a row begin.</summary>
    internal int StartOf(int row) => row == 0 ? 0 : EndOf(row - 1);

    /// <summary>Returns where the touchpoints of a row end.</summary>
    internal int EndOf(int row) => row < _rows ? _ends[row] : Count;

    internal void Add(int row, Instant at, decimal quantity)
    {
        EndRowsBefore(row);
        if (Count == _micros.Length)
        {
            Array.Resize(ref _micros, Math.Max(1_024, Count * 2));
            if (_quantities is not null)
            {
                Array.Resize(ref _quantities, _micros.Length);
            }
        }

        if (quantity != 1m && _quantities is null)
        {
            _quantities = new decimal[_micros.Length];
            _quantities.AsSpan(0, Count).Fill(1m);
        }

        _micros[Count] = Timeline.Microseconds.ToMicros(at);
        _quantities?[Count] = quantity;
        MostQuantity = Math.Max(MostQuantity, (double)quantity);
        Count++;
        _ends[row] = Count;
    }

    private void EndRowsBefore(int row)
    {
        if (row >= _ends.Length)
        {
            Array.Resize(ref _ends, Math.Max(1_024, (row + 1) * 2));
        }

        for (; _rows <= row; _rows++)
        {
            _ends[_rows] = Count;
        }
    }
}
