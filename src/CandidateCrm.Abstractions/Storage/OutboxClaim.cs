using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Effects that are due and now belong to the caller.</summary>
public sealed record OutboxClaim
{
    /// <summary>Gets the store's clock.</summary>
    public required Instant Now { get; init; }

    /// <summary>Gets the effects with their leases, oldest first.</summary>
    public required ImmutableArray<ClaimedEffect> Effects { get; init; }
}
