using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Rules, inbox and parked rows, right.</summary>
internal abstract partial class FaultyStore : IRulesStore, ICrmInbox, IQueueAdmin
{
    public virtual ValueTask<IReadOnlyList<RulesVersion>> ReadLogAsync(TenantId tenant, long after, CancellationToken cancellationToken) =>
        _right.ReadLogAsync(tenant, after, cancellationToken);

    public virtual ValueTask<IReadOnlyList<DefinitionDocument>> ReadDefinitionsAsync(TenantId tenant, ImmutableArray<DefinitionHash> hashes, CancellationToken cancellationToken) =>
        _right.ReadDefinitionsAsync(tenant, hashes, cancellationToken);

    public virtual ValueTask<bool> PublishAsync(RulesPublication publication, CancellationToken cancellationToken) => _right.PublishAsync(publication, cancellationToken);

    public virtual ValueTask AppendAsync(InboxAppend append, CancellationToken cancellationToken) => _right.AppendAsync(append, cancellationToken);

    public virtual ValueTask<InboxClaim> ClaimAsync(InboxClaimRequest request, CancellationToken cancellationToken) => _right.ClaimAsync(request, cancellationToken);

    public virtual ValueTask<bool> RenewAsync(InboxLease lease, Duration duration, CancellationToken cancellationToken) => _right.RenewAsync(lease, duration, cancellationToken);

    public virtual ValueTask<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken) => _right.CompleteAsync(lease, cancellationToken);

    public virtual ValueTask<bool> FailAsync(InboxFailure failure, CancellationToken cancellationToken) => _right.FailAsync(failure, cancellationToken);

    public virtual ValueTask<IReadOnlyList<ParkedRow>> ListParkedAsync(ParkedQuery query, CancellationToken cancellationToken) => _right.ListParkedAsync(query, cancellationToken);

    public virtual ValueTask<bool> RedriveAsync(ParkedRow row, CancellationToken cancellationToken) => _right.RedriveAsync(row, cancellationToken);

    public virtual ValueTask<bool> DropAsync(ParkedRow row, CancellationToken cancellationToken) => _right.DropAsync(row, cancellationToken);
}
