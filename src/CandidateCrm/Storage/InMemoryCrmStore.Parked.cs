namespace CandidateCrm.Storage;

public sealed partial class InMemoryCrmStore : IQueueAdmin
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ParkedRow>> ListParkedAsync(ParkedQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Answer(query.Tenant, t => t.ReadParked(query), [], cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> RedriveAsync(ParkedRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Answer(row.Relationship.Tenant, t => t.Redrive(row), otherwise: false, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DropAsync(ParkedRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Queue == ParkedQueue.Inbox
            ? Answer(row.Relationship.Tenant, t => t.Drop(row), otherwise: false, cancellationToken)
            : throw new ArgumentException("An effect is not dropped by itself: the commit of the act that says so gives it up.", nameof(row));
    }
}
