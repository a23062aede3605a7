namespace CandidateCrm.Engagement;

/// <summary>
/// Finds where a score first falls below one threshold or reaches another, when signals of both signs fade at their own pace. Each part moves to one side only,
/// so its values at both ends of a stretch bound it inside, and with them the total; a stretch that cannot meet a threshold is passed, any other is halved, the earlier half first.
/// </summary>
internal struct TwoSidedSearch
{
    // Enough for every model that is not made to be hostile; beyond it the answer is early, which an alarm may be, and never late.
    private const int MostProbes = 100_000;
    private const int Deepest = 66;

    private readonly ScoreDraft _draft;
    private readonly ScoreScale _scale;
    private readonly Grid _grid;
    private readonly Int128 _below;
    private readonly Int128 _above;
    private readonly Int128[] _values;
    private int _probes;

    internal TwoSidedSearch(ScoreDraft draft, ScoreScale scale, Grid grid, Int128 below, Int128 above)
    {
        (_draft, _scale, _grid, _below, _above) = (draft, scale, grid, below, above);
        _values = draft.Scratch((Deepest + 2) * scale.Parts);
    }

    /// <summary>Returns the first place from <paramref name="from"/> (1 or more) on; 0 for none.</summary>
    internal long First(long from)
    {
        _draft.Fill(_scale, _grid.From(from - 1), Values(0));
        _draft.Fill(_scale, _grid.At(_grid.Last)!.Value, Values(1));
        return from > _grid.Last ? 0 : Within(from - 1, 0, _grid.Last, 1, 2);
    }

    private readonly Span<Int128> Values(int place) => _values.AsSpan(place * _scale.Parts, _scale.Parts);

    private long Within(long from, int valuesFrom, long to, int valuesTo, int free)
    {
        var start = Values(valuesFrom);
        var end = Values(valuesTo);
        if (_scale.Bound(start, end, upper: false) >= _below && _scale.Bound(start, end, upper: true) < _above)
        {
            return 0;
        }

        if (to - from == 1)
        {
            var total = _scale.Total(end);
            return total < _below || total >= _above ? to : 0;
        }

        if (++_probes > MostProbes)
        {
            return from + 1;
        }

        var middle = from + ((to - from) / 2);
        _draft.Fill(_scale, _grid.At(middle)!.Value, Values(free));
        var earlier = Within(from, valuesFrom, middle, free, free + 1);
        return earlier != 0 ? earlier : Within(middle, free, to, valuesTo, free + 1);
    }
}
