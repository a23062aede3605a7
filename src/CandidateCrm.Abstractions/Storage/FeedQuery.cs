using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>Which page of a tenant's feed to read.</summary>
public sealed record FeedQuery
{
    /// <summary>Gets the tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Gets the cursor of the page before; null for the first page. Only the store that made it can read it, and only for the same tenant.</summary>
    public string? After { get; init; }

    /// <summary>Gets the largest number of events: 1 to 10,000; 1,000 by default.</summary>
    public int Max
    {
        get;
        init => field = value is >= 1 and <= 10_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A page has 1 to 10,000 events.");
    } = 1_000;
}
