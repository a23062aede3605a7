using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>The scores of a population at an instant, by the rows of its columns.</summary>
public sealed class PopulationScores
{
    private readonly ImmutableArray<Band> _bands;
    private readonly Int128[] _nanos;
    private readonly int[] _band;

    internal PopulationScores(ScoringModel model, Int128[] nanos, int[] band, int exactly)
    {
        _bands = model.Bands;
        _nanos = nanos;
        _band = band;
        TakenExactly = exactly;
    }

    /// <summary>Gets how many candidates there are.</summary>
    public int Rows => _nanos.Length;

    /// <summary>Gets how many rows were summed up exactly, because a threshold or a doubtful last digit was near.</summary>
    public int TakenExactly { get; }

    /// <summary>Returns the score of a row: at most 0.000000001 from the exact one, and the exact one wherever a threshold is that near.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public decimal ScoreOf(int row) => FixedPoint.FromNanos(_nanos[Row(row)]);

    /// <summary>Returns the band of a row, which is that of the exact score; null where the model has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public BandKey? BandOf(int row) => _bands.IsEmpty ? null : _bands[_band[Row(row)]].Key;

    /// <summary>Returns how many rows are in each band, from the lowest up; empty where the model has none.</summary>
    public ImmutableArray<int> CountByBand()
    {
        var counts = new int[_bands.Length];
        foreach (var band in _band.AsSpan(0, _bands.IsEmpty ? 0 : _band.Length))
        {
            counts[band]++;
        }

        return [.. counts];
    }

    internal int BandIndexOf(int row) => _band[row];

    private int Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, _nanos.Length);
        return row;
    }
}
