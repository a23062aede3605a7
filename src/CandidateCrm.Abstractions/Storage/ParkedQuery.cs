using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>A page of a tenant's parked rows.</summary>
public sealed record ParkedQuery
{
    /// <summary>Gets the tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Gets the row after which the page begins; null for the first page.</summary>
    public ParkedRow? After { get; init; }

    /// <summary>Gets the largest number of rows: 1 to 1,000; 100 by default.</summary>
    public int Max
    {
        get;
        init => field = PageSize.Checked(value, nameof(value));
    } = 100;
}
