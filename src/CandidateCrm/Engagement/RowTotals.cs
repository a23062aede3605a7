namespace CandidateCrm.Engagement;

/// <summary>The totals of some rows while their signals are added up, in units of 10^-9, with the doubts about each.</summary>
internal sealed class RowTotals
{
    private readonly ScoreScale _scale;
    private readonly long[] _sums;
    private readonly long[][] _groups;
    private readonly long[] _groupCaps;
    private readonly int[] _doubts;

    internal RowTotals(ScorePlan plan, int rows)
    {
        _scale = plan.Rounded;
        _sums = new long[rows];
        _doubts = new int[rows];
        _groups = [.. _scale.GroupCaps.Select(_ => new long[rows])];
        _groupCaps = [.. _scale.GroupCaps.Select(cap => (long)Int128.Min(cap, long.MaxValue))];
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

    /// <summary>Adds what a signal has in a row: its decayed sum without sign, how far that may be off relative to it, and beside that.</summary>
    internal void Add(int row, SignalPlan signal, double raw, double relativeError, double error)
    {
        var value = QuickValue.Of(signal, raw, (raw * relativeError) + error, ref _doubts[row]);
        if (signal.Group >= 0)
        {
            _groups[signal.Group][row] += value;
        }
        else
        {
            _sums[row] += value;
        }
    }

    /// <summary>Returns the score: it is the exact one where there is no doubt, and at most one unit off where there is one.</summary>
    internal Int128 Of(int row, out int doubts)
    {
        var total = _sums[row];
        for (var group = 0; group < _groups.Length; group++)
        {
            total += Math.Clamp(_groups[group][row], -_groupCaps[group], _groupCaps[group]);
        }

        doubts = _doubts[row];
        return _scale.HasLimits ? _scale.Limited(total) : total;
    }
}
