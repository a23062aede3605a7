namespace CandidateCrm.Segments.Evaluation;

/// <summary>How many items there have to be. A proportion is compared with the product, without rounding.</summary>
internal readonly struct CountTarget(CountMode mode, decimal? threshold)
{
    internal bool IsMet(int count, int all) => mode switch
    {
        CountMode.All => count == all,
        CountMode.Some => count > 0,
        CountMode.None => count == 0,
        CountMode.AtLeast => count >= Wanted(all),
        CountMode.AtMost => count <= Wanted(all),
        _ => count == Wanted(all),
    };

    /// <summary>Returns how many more items, and how many fewer, first give another answer; null where none does.</summary>
    internal (int? More, int? Fewer) Distance(int count, int all) => (Other(count, 1, all - count, all), Other(count, -1, count, all));

    private int? Other(int count, int sign, int most, int all)
    {
        var isMet = IsMet(count, all);
        for (var by = 1; by <= most; by++)
        {
            if (IsMet(count + (sign * by), all) != isMet)
            {
                return by;
            }
        }

        return null;
    }

    private decimal Wanted(int all) => threshold is > 0 and < 1 ? threshold.Value * all : threshold!.Value;
}
