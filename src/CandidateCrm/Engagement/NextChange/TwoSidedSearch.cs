namespace CandidateCrm.Engagement;

/// <summary>
/// Finds where a score first falls below one threshold or reaches another, when signals of both signs fade at their own pace. Each signal moves to one side only,
/// so its values at both ends of a stretch bound it inside, more narrowly in a bundle, and with them the total; a stretch that cannot meet a threshold is passed, any other is halved, the earlier half first.
/// </summary>
internal struct TwoSidedSearch
{
    // Three signals and more that cancel out to the last digit leave a score that rounding alone moves, second by second; there the search comes to an end before the signals do.
    private const int MostProbes = 20_000;
    private const int Deepest = 66;

    private readonly ScoreDraft _draft;
    private readonly ScoreScale _scale;
    private readonly Grid _grid;
    private readonly Int128 _below;
    private readonly Int128 _above;
    private readonly Int128[] _values;
    private readonly int _signals;
    private int _probes;

    internal TwoSidedSearch(ScoreDraft draft, ScoreScale scale, Grid grid, Int128 below, Int128 above)
    {
        (_draft, _scale, _grid, _below, _above) = (draft, scale, grid, below, above);
        _signals = draft.Signals.Length;
        _values = draft.Scratch((Deepest + 2) * 2 * _signals);
    }

    /// <summary>Gets a value indicating whether the search ended too early, so that its answer is a place up to which nothing was found.</summary>
    internal readonly bool GaveUp => _probes > MostProbes;

    /// <summary>Returns the first place; 0 for none.</summary>
    internal long First()
    {
        if (_grid.Last == 0)
        {
            return 0;
        }

        _draft.Bundles.Collect(_grid.From(0));
        Fill(_grid.From(0), 0);
        Fill(_grid.At(_grid.Last)!.Value, 1);
        return Within(0, 0, _grid.Last, 1, 2);
    }

    private readonly Span<Int128> Values(int place) => _values.AsSpan(place * 2 * _signals, _signals);

    private readonly Span<Int128> Unrounded(int place) => _scale.IsRounded ? _values.AsSpan(((place * 2) + 1) * _signals, _signals) : Values(place);

    private readonly void Fill(Int128 at, int place)
    {
        _draft.Fill(_scale, at, Values(place));
        if (_scale.IsRounded)
        {
            _draft.Fill(_draft.Plan.Unrounded, at, Unrounded(place));
        }
    }

    private long Within(long from, int valuesFrom, long to, int valuesTo, int free)
    {
        if (IsPassed(from, valuesFrom, to, valuesTo))
        {
            return 0;
        }

        if (to - from == 1)
        {
            var total = _scale.Total(Values(valuesTo));
            return total < _below || total >= _above ? to : 0;
        }

        if (++_probes > MostProbes)
        {
            return from + 1;
        }

        var middle = from + ((to - from) / 2);
        Fill(_grid.At(middle)!.Value, free);
        var earlier = Within(from, valuesFrom, middle, free, free + 1);
        if (earlier != 0)
        {
            return earlier;
        }

        if (_draft.Bundles.Loosen)
        {
            _draft.Bundles.Collect(_grid.At(middle)!.Value);
        }

        return Within(middle, free, to, valuesTo, free + 1);
    }

    private readonly bool IsPassed(long from, int valuesFrom, long to, int valuesTo)
    {
        var (least, most) = _draft.Bundles.Range(_scale, new ScoreStretch
        {
            From = _grid.From(from),
            To = _grid.At(to)!.Value,
            Start = Values(valuesFrom),
            End = Values(valuesTo),
            UnroundedStart = Unrounded(valuesFrom),
            UnroundedEnd = Unrounded(valuesTo),
        });
        return least >= _below && most < _above;
    }
}
