namespace CandidateCrm.Insights;

/// <summary>
/// The score interval of a share with 95 % confidence: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927),
/// with z = 1.959964. It stays within 0 and 1 and says something also where all or none are counted.
/// </summary>
public static class WilsonInterval
{
    private const double Z = 1.959964;

    /// <summary>Returns the interval, or null for a share of nothing.</summary>
    /// <param name="count">How many: 0 to <paramref name="of"/>.</param>
    /// <param name="of">Of how many: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is below zero, or more than the whole.</exception>
    public static ShareInterval? Of(long count, long of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(of, count);
        if (of == 0)
        {
            return null;
        }

        var share = (double)count / of;
        var middle = share + (Z * Z / (2.0 * of));
        var reach = Z * Math.Sqrt(((share * (1.0 - share)) + (Z * Z / (4.0 * of))) / of);
        var whole = 1.0 + (Z * Z / of);
        return new ShareInterval
        {
            Low = count == 0 ? 0m : Rounded((middle - reach) / whole),
            High = count == of ? 1m : Rounded((middle + reach) / whole),
        };
    }

    private static decimal Rounded(double share) => Math.Round((decimal)share, 6, MidpointRounding.ToEven);
}
