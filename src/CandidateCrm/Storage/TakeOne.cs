using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Takes one ticket of a tenant, and says whether another could be taken.</summary>
internal delegate T? TakeOne<out T>(TenantPartition tenant, Instant now, out bool more)
    where T : class;
