using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Timeline;

/// <summary>A store around another one, for tests that want to see or disturb what passes through. Every call asks <see cref="AroundAsync"/>.</summary>
internal abstract partial class StoreAround(InMemoryCrmStore inner) : ICrmStore, ICrmIndex, IWorkQueue, IOutboxQueue
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

    public ValueTask<IReadOnlyList<EffectRecord>> ReadEffectsAsync(RelationshipKey key, CancellationToken cancellationToken) =>
        AroundAsync("effects", () => inner.ReadEffectsAsync(key, cancellationToken));

    public virtual ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        AroundAsync("commit", () => inner.CommitAsync(commit, cancellationToken));

    public ValueTask<EraseOutcome> EraseAsync(ErasePlan plan, CancellationToken cancellationToken) =>
        AroundAsync("erase", () => inner.EraseAsync(plan, cancellationToken));

    public ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken) =>
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

    /// <summary>Stands around a call.</summary>
    protected virtual ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call) => call();
}
