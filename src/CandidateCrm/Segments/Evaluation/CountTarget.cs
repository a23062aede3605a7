namespace CandidateCrm.Segments.Evaluation;

/// <summary>How many items there have to be. A proportion is compared with the product, without rounding.</summary>
internal readonly struct CountTarget(CountMode mode, decimal? threshold)
{
    internal bool IsMet(int count, int all) => mode switch
    {
        CountMode.All => count == all,
        CountMode.Some => count > 0,
        CountMode.None => count == 0,
        CountMode.AtLeast => Compare(count, all) >= 0,
        CountMode.AtMost => Compare(count, all) <= 0,
        _ => Compare(count, all) == 0,
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

    /// <summary>Compares a count with the product of the proportion and all items, without rounding: both sides are whole numbers once the proportion's places are taken out.</summary>
    private int Compare(int count, int all)
    {
        if (threshold is not (> 0 and < 1))
        {
            return decimal.Compare(count, threshold!.Value);
        }

        Span<int> parts = stackalloc int[4];
        decimal.GetBits(threshold.Value, parts);
        var digits = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        return ((UInt128)count * TenTo((parts[3] >> 16) & 0xFF)).CompareTo(digits * (UInt128)all);
    }

    private static UInt128 TenTo(int places)
    {
        var power = UInt128.One;
        for (; places > 0; places--)
        {
            power *= 10;
        }

        return power;
    }
}
