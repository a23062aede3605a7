namespace CandidateCrm.Segments.Queries;

/// <summary>What a number of items is compared with, in whole numbers: <c>count * Times</c> with <c>Number</c>, or with <c>Number</c> times all items.</summary>
internal readonly record struct CountLimit(long Times, long Number, bool IsOfAll)
{
    private const int MostDigits = 9;

    /// <summary>Returns the limit of a threshold; null where a proportion has more digits than whole numbers carry.</summary>
    internal static CountLimit? Of(decimal threshold)
    {
        if (threshold is not (> 0 and < 1))
        {
            return threshold <= long.MaxValue ? new CountLimit(1, (long)threshold, IsOfAll: false) : null;
        }

        var times = 1L;
        for (var digits = 0; digits < MostDigits; digits++)
        {
            times *= 10;
            if (decimal.IsInteger(threshold * times))
            {
                return new CountLimit(times, (long)(threshold * times), IsOfAll: true);
            }
        }

        return null;
    }
}
