namespace CandidateCrm.Insights;

/// <summary>
/// An exact share: so many of so many, never shortened, so that both counts stay readable (2 of 4 is not equal to 1 of 2). Above
/// one where the counts are not parts of each other. The default value is not assigned; a share of nothing is no rate but null.
/// </summary>
public readonly record struct Rate
{
    private Rate(long count, long of)
    {
        Count = count;
        Of = of;
    }

    /// <summary>Gets the numerator: 0 or more.</summary>
    public long Count { get; }

    /// <summary>Gets the denominator: 1 or more.</summary>
    public long Of { get; }

    /// <summary>Gets a value indicating whether this rate was ever assigned; false only for the default value.</summary>
    public bool IsAssigned => Of > 0;

    /// <summary>Makes a rate; null, which reads «undefined», when it would be a share of nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is below zero.</exception>
    public static Rate? From(long count, long of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(of);
        return of == 0 ? null : new Rate(count, of);
    }

    /// <summary>Returns the rate with 6 decimals, halves to the even digit; rounded once, from the exact counts.</summary>
    /// <exception cref="InvalidOperationException">The rate was never assigned.</exception>
    public decimal ToDecimal() => IsAssigned
        ? (decimal)HalfEven.Divide((Int128)Count * 1_000_000, Of) / 1_000_000m
        : throw new InvalidOperationException("This rate was never assigned.");

    /// <summary>Returns both counts, such as «881 of 1000».</summary>
    public override string ToString() => IsAssigned ? FormattableString.Invariant($"{Count} of {Of}") : "(unassigned)";
}
