using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Batches that now belong to the caller.</summary>
public sealed record InboxClaim
{
    /// <summary>Gets the store's clock.</summary>
    public required Instant Now { get; init; }

    /// <summary>Gets the batches, longest waiting first, tenants in turn.</summary>
    public required ImmutableArray<InboxBatch> Batches { get; init; }
}
