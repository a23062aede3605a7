using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>A right store; each fault overrides one thing.</summary>
internal abstract partial class FaultyStore(ManualClock clock) : ICrmStore, ICrmIndex, IWorkQueue, IOutboxQueue, ITenantDocuments, IJobQueue, ICrmFeed
{
    private readonly InMemoryCrmStore _right = new(clock);

    protected ManualClock Clock { get; } = clock;

    public virtual ValueTask<IReadOnlyList<Relationship>> LoadAsync(RelationshipKeys keys, CancellationToken cancellationToken) => _right.LoadAsync(keys, cancellationToken);

    public virtual async IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(TimelineQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var next in _right.ReadTimelineAsync(query, cancellationToken))
        {
            yield return next;
        }
    }

    public virtual ValueTask<IReadOnlyList<EffectRecord>> ReadEffectsAsync(EffectQuery query, CancellationToken cancellationToken) => _right.ReadEffectsAsync(query, cancellationToken);

    public virtual ValueTask<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before, CancellationToken cancellationToken) => _right.LoadCheckpointAsync(key, before, cancellationToken);

    public virtual ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) => _right.CommitAsync(commit, cancellationToken);

    public virtual ValueTask<EraseOutcome> EraseAsync(ErasePlan plan, CancellationToken cancellationToken) => _right.EraseAsync(plan, cancellationToken);

    public virtual ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken) => _right.QueryAsync(query, cancellationToken);

    ValueTask<WorkClaim> IWorkQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) => ClaimAlarmsAsync(request);

    ValueTask<OutboxClaim> IOutboxQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) => ((IOutboxQueue)_right).ClaimAsync(request, cancellationToken);

    ValueTask<IReadOnlyList<TenantDocument>> ITenantDocuments.ReadAsync(DocumentQuery query, CancellationToken cancellationToken) => ReadDocumentsAsync(query);

    ValueTask<JobClaim> IJobQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) => ClaimDocumentsAsync(request);

    ValueTask<FeedPage> ICrmFeed.ReadAsync(FeedQuery query, CancellationToken cancellationToken) => ReadFeedAsync(query);

    public virtual ValueTask<bool> RenewAsync(DocumentLease lease, Duration duration, CancellationToken cancellationToken) => _right.RenewAsync(lease, duration, cancellationToken);

    public virtual ValueTask ReleaseAsync(DocumentLease lease, CancellationToken cancellationToken) => _right.ReleaseAsync(lease, cancellationToken);

    public virtual ValueTask<bool> RenewAsync(Lease lease, Duration duration, CancellationToken cancellationToken) => _right.RenewAsync(lease, duration, cancellationToken);

    public virtual ValueTask ReleaseAsync(Lease lease, CancellationToken cancellationToken) => _right.ReleaseAsync(lease, cancellationToken);

    public virtual ValueTask<bool> FailAsync(EffectFailure failure, CancellationToken cancellationToken) => _right.FailAsync(failure, cancellationToken);

    protected virtual ValueTask<WorkClaim> ClaimAlarmsAsync(ClaimRequest request) => ((IWorkQueue)_right).ClaimAsync(request, CancellationToken.None);

    protected virtual ValueTask<IReadOnlyList<TenantDocument>> ReadDocumentsAsync(DocumentQuery query) => ((ITenantDocuments)_right).ReadAsync(query, CancellationToken.None);

    protected virtual ValueTask<JobClaim> ClaimDocumentsAsync(ClaimRequest request) => ((IJobQueue)_right).ClaimAsync(request, CancellationToken.None);

    protected virtual ValueTask<FeedPage> ReadFeedAsync(FeedQuery query) => ((ICrmFeed)_right).ReadAsync(query, CancellationToken.None);

    protected async Task<List<TimelineEvent>> ReadRightAsync(TimelineQuery query)
    {
        var events = new List<TimelineEvent>();
        await foreach (var next in _right.ReadTimelineAsync(query, CancellationToken.None))
        {
            events.Add(next);
        }

        return events;
    }

    protected static CrmCommit Each(CrmCommit commit, Func<RelationshipChange, RelationshipChange> change) =>
        commit with { Relationships = [.. commit.Relationships.Select(change)] };
}
