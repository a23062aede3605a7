using NodaTime;

namespace CandidateCrm.Work;

/// <summary>What the effects of one claim have in common.</summary>
/// <param name="Now">The store's clock at the claim.</param>
/// <param name="Hold">The leases, in the order of the effects.</param>
/// <param name="Profiles">The profiles of those whom tasks are about.</param>
internal readonly record struct OutboxRound(Instant Now, LeaseHold Hold, BatchProfiles Profiles);
