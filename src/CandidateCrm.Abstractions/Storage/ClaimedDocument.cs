namespace CandidateCrm.Storage;

/// <summary>A document with the lease on it.</summary>
public sealed record ClaimedDocument
{
    /// <summary>Gets the document.</summary>
    public required TenantDocument Document { get; init; }

    /// <summary>Gets the lease.</summary>
    public required DocumentLease Lease { get; init; }
}
