using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>A page of a list, by key, never by offset.</summary>
public sealed record IndexQuery
{
    /// <summary>Gets the tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Gets the list, one of <see cref="IndexNames"/>.</summary>
    public required string Index { get; init; }

    /// <summary>Gets the row after which the page begins; null for the first page.</summary>
    public IndexRow? After { get; init; }

    /// <summary>Gets the largest sort value to return, in either direction; null for no bound.</summary>
    public long? UpTo { get; init; }

    /// <summary>Gets a value indicating whether the list is read from its end; <see cref="After"/> is the last row of the page before in either direction.</summary>
    public bool Descending { get; init; }

    /// <summary>Gets the largest number of rows: 1 to 10,000; 1,000 by default.</summary>
    public int Max
    {
        get;
        init => field = value is >= 1 and <= 10_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A page has 1 to 10,000 rows.");
    } = 1_000;
}
