using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>A page of a tenant's documents of one kind.</summary>
public sealed record DocumentQuery
{
    /// <summary>Gets the tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Gets the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the one name to read; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the name after which the page begins; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>Gets the largest number of documents: 1 to 1,000; 100 by default.</summary>
    public int Max
    {
        get;
        init => field = PageSize.Checked(value, nameof(value));
    } = 100;

    /// <summary>Reads one document.</summary>
    public static DocumentQuery Of(DocumentKey key) => new() { Tenant = key.Tenant, Kind = key.Kind, Name = key.Name };
}
