using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Documents that are due and now belong to the caller.</summary>
public sealed record JobClaim
{
    /// <summary>Gets the store's clock.</summary>
    public required Instant Now { get; init; }

    /// <summary>Gets the documents with their leases, earliest first, tenants in turn.</summary>
    public required ImmutableArray<ClaimedDocument> Documents { get; init; }
}
