using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;

namespace CandidateCrm.Tests.Timeline;

/// <summary>Rules, inbox and parked rows.</summary>
internal abstract partial class StoreAround : IRulesStore, ICrmInbox, IQueueAdmin
{
    /// <summary>Gets the store inside: calls to it are not seen.</summary>
    internal InMemoryCrmStore Inner => inner;

    public virtual ValueTask<IReadOnlyList<RulesVersion>> ReadLogAsync(TenantId tenant, long after, CancellationToken cancellationToken) =>
        AroundAsync("log", () => inner.ReadLogAsync(tenant, after, cancellationToken));

    public virtual ValueTask<IReadOnlyList<DefinitionDocument>> ReadDefinitionsAsync(TenantId tenant, ImmutableArray<DefinitionHash> hashes, CancellationToken cancellationToken) =>
        AroundAsync("definitions", () => inner.ReadDefinitionsAsync(tenant, hashes, cancellationToken));

    public ValueTask<bool> PublishAsync(RulesPublication publication, CancellationToken cancellationToken) =>
        AroundAsync("publish", () => inner.PublishAsync(publication, cancellationToken));

    public async ValueTask AppendAsync(InboxAppend append, CancellationToken cancellationToken) =>
        await AroundAsync("append", async () =>
        {
            await inner.AppendAsync(append, cancellationToken);
            return true;
        });

    public ValueTask<InboxClaim> ClaimAsync(InboxClaimRequest request, CancellationToken cancellationToken) =>
        AroundAsync("claim batches", () => inner.ClaimAsync(request, cancellationToken));

    public ValueTask<bool> RenewAsync(InboxLease lease, Duration duration, CancellationToken cancellationToken) =>
        AroundAsync("renew batch", () => inner.RenewAsync(lease, duration, cancellationToken));

    public ValueTask<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken) =>
        AroundAsync("complete batch", () => inner.CompleteAsync(lease, cancellationToken));

    public ValueTask<bool> FailAsync(InboxFailure failure, CancellationToken cancellationToken) =>
        AroundAsync("fail batch", () => inner.FailAsync(failure, cancellationToken));

    public ValueTask<IReadOnlyList<ParkedRow>> ListParkedAsync(ParkedQuery query, CancellationToken cancellationToken) =>
        AroundAsync("list parked", () => inner.ListParkedAsync(query, cancellationToken));

    public ValueTask<bool> RedriveAsync(ParkedRow row, CancellationToken cancellationToken) =>
        AroundAsync("redrive", () => inner.RedriveAsync(row, cancellationToken));

    public ValueTask<bool> DropAsync(ParkedRow row, CancellationToken cancellationToken) =>
        AroundAsync("drop", () => inner.DropAsync(row, cancellationToken));
}
