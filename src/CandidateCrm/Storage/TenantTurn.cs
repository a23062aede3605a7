using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>One tenant's place in <see cref="TenantTurns"/>.</summary>
internal sealed class TenantTurn(TenantPartition tenant, string name)
{
    internal TenantPartition Tenant { get; } = tenant;

    internal string Name { get; } = name;

    /// <summary>Gets or sets from when on the tenant has something to take; only <see cref="TenantTurns"/> sets it.</summary>
    internal Instant? ReadyAt { get; set; }
}
