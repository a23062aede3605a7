using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Timeline;

/// <summary>A store around another one, for tests that want to see or disturb what passes through. Every call asks <see cref="AroundAsync"/>.</summary>
internal abstract partial class StoreAround(InMemoryCrmStore inner) : ICrmStore, ICrmIndex, IWorkQueue, IOutboxQueue, ITenantDocuments, IJobQueue, ICrmFeed
{
    public ValueTask<IReadOnlyList<Relationship>> LoadAsync(RelationshipKeys keys, CancellationToken cancellationToken) =>
        AroundAsync("load", () => inner.LoadAsync(keys, cancellationToken));

    public async IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(
        TimelineQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var one in await AroundAsync("timeline", () => inner.ReadTimelineAsync(query, cancellationToken).ToArrayAsync(cancellationToken)))
        {
            yield return one;
        }
    }

    public virtual ValueTask<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before, CancellationToken cancellationToken) =>
        AroundAsync("checkpoint", () => inner.LoadCheckpointAsync(key, before, cancellationToken));

    public ValueTask<IReadOnlyList<EffectRecord>> ReadEffectsAsync(EffectQuery query, CancellationToken cancellationToken) =>
        AroundAsync("effects", () => inner.ReadEffectsAsync(query, cancellationToken));

    public virtual ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        AroundAsync("commit", () => inner.CommitAsync(commit, cancellationToken));

    public ValueTask<EraseOutcome> EraseAsync(ErasePlan plan, CancellationToken cancellationToken) =>
        AroundAsync("erase", () => inner.EraseAsync(plan, cancellationToken));

    public virtual ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken) =>
        AroundAsync("query", () => inner.QueryAsync(query, cancellationToken));

    ValueTask<WorkClaim> IWorkQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) =>
        AroundAsync("claim alarms", () => ((IWorkQueue)inner).ClaimAsync(request, cancellationToken));

    ValueTask<bool> IWorkQueue.RenewAsync(Lease lease, Duration duration, CancellationToken cancellationToken) =>
        AroundAsync("renew alarm", () => ((IWorkQueue)inner).RenewAsync(lease, duration, cancellationToken));

    public async ValueTask ReleaseAsync(Lease lease, CancellationToken cancellationToken) =>
        await AroundAsync("release", async () =>
        {
            await inner.ReleaseAsync(lease, cancellationToken);
            return true;
        });

    ValueTask<OutboxClaim> IOutboxQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) =>
        AroundAsync("claim effects", () => ((IOutboxQueue)inner).ClaimAsync(request, cancellationToken));

    ValueTask<bool> IOutboxQueue.RenewAsync(Lease lease, Duration duration, CancellationToken cancellationToken) =>
        AroundAsync("renew effect", () => ((IOutboxQueue)inner).RenewAsync(lease, duration, cancellationToken));

    public ValueTask<bool> FailAsync(EffectFailure failure, CancellationToken cancellationToken) =>
        AroundAsync("fail", () => inner.FailAsync(failure, cancellationToken));

    ValueTask<IReadOnlyList<TenantDocument>> ITenantDocuments.ReadAsync(DocumentQuery query, CancellationToken cancellationToken) =>
        AroundAsync("documents", () => ((ITenantDocuments)inner).ReadAsync(query, cancellationToken));

    ValueTask<JobClaim> IJobQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) =>
        AroundAsync("claim documents", () => ((IJobQueue)inner).ClaimAsync(request, cancellationToken));

    ValueTask<bool> IJobQueue.RenewAsync(DocumentLease lease, Duration duration, CancellationToken cancellationToken) =>
        AroundAsync("renew document", () => inner.RenewAsync(lease, duration, cancellationToken));

    async ValueTask IJobQueue.ReleaseAsync(DocumentLease lease, CancellationToken cancellationToken) =>
        await AroundAsync("release document", async () =>
        {
            await inner.ReleaseAsync(lease, cancellationToken);
            return true;
        });

    ValueTask<FeedPage> ICrmFeed.ReadAsync(FeedQuery query, CancellationToken cancellationToken) =>
        AroundAsync("feed", () => ((ICrmFeed)inner).ReadAsync(query, cancellationToken));

    /// <summary>Stands around a call.</summary>
    protected virtual ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call) => call();
}
