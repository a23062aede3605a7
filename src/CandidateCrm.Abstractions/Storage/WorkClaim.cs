using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Alarms that are due and now belong to the caller.</summary>
public sealed record WorkClaim
{
    /// <summary>Gets the store's clock: what is due is judged by it, never by a node's.</summary>
    public required Instant Now { get; init; }

    /// <summary>Gets the leases, earliest alarm first, tenants in turn.</summary>
    public required ImmutableArray<Lease> Leases { get; init; }
}
