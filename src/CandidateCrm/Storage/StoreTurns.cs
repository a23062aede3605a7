namespace CandidateCrm.Storage;

/// <summary>The queues of a store at which tenants take turns.</summary>
internal sealed class StoreTurns
{
    internal TenantTurns Alarms { get; } = new();

    internal TenantTurns Outbox { get; } = new();

    internal TenantTurns Jobs { get; } = new();

    internal TenantTurns Inbox { get; } = new();
}
