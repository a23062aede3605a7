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

    private decimal Wanted(int all) => threshold is > 0 and < 1 ? threshold.Value * all : threshold!.Value;
}
