using NodaTime;

namespace CandidateCrm.Storage;

public sealed partial class InMemoryCrmStore : ICrmInbox
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A transaction is given, or a fact is of another tenant or has no id.</exception>
    public ValueTask AppendAsync(InboxAppend append, CancellationToken cancellationToken)
    {
        AppendShape.Check(append);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        if (!append.Facts.IsEmpty)
        {
            PartitionOf(append.Tenant).Append(append.Facts);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<InboxClaim> ClaimAsync(InboxClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<InboxClaim>(cancellationToken);
        }

        var now = Now;
        var taken = _turns.Inbox.Take(now, request.MaxCandidates, (TenantPartition t, Instant at, out bool more) => t.TakeBatch(at, request, out more));
        return new(new InboxClaim { Now = now, Batches = [.. taken] });
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not more than zero.</exception>
    public ValueTask<bool> RenewAsync(InboxLease lease, Duration duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        if (duration <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A lease is renewed for more than zero.");
        }

        return Answer(lease.Relationship.Tenant, t => t.Renew(lease, Now + duration), otherwise: false, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return Answer(lease.Relationship.Tenant, t => t.Complete(lease), otherwise: false, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> FailAsync(InboxFailure failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentException.ThrowIfNullOrEmpty(failure.Code, nameof(failure));
        if (failure is { IsAttempt: false, RetryAt: null })
        {
            throw new ArgumentException("A batch that was not tried is looked at again at some instant; only what was tried is parked.", nameof(failure));
        }

        return Answer(failure.Lease.Relationship.Tenant, t => t.Fail(failure), otherwise: false, cancellationToken);
    }
}
