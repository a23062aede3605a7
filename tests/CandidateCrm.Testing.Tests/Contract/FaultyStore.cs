using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>A right store; each fault overrides one thing.</summary>
internal abstract partial class FaultyStore(ManualClock clock) : ICrmStore, ICrmIndex, IWorkQueue, IOutboxQueue
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

    public virtual ValueTask<IReadOnlyList<EffectRecord>> ReadEffectsAsync(RelationshipKey key, CancellationToken cancellationToken) => _right.ReadEffectsAsync(key, cancellationToken);

    public virtual ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) => _right.CommitAsync(commit, cancellationToken);

    public virtual ValueTask<EraseOutcome> EraseAsync(ErasePlan plan, CancellationToken cancellationToken) => _right.EraseAsync(plan, cancellationToken);

    public virtual ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken) => _right.QueryAsync(query, cancellationToken);

    ValueTask<WorkClaim> IWorkQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) => ClaimAlarmsAsync(request);

    ValueTask<OutboxClaim> IOutboxQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) => ((IOutboxQueue)_right).ClaimAsync(request, cancellationToken);

    public virtual ValueTask<bool> RenewAsync(Lease lease, Duration duration, CancellationToken cancellationToken) => _right.RenewAsync(lease, duration, cancellationToken);

    public virtual ValueTask ReleaseAsync(Lease lease, CancellationToken cancellationToken) => _right.ReleaseAsync(lease, cancellationToken);

    public virtual ValueTask<bool> FailAsync(EffectFailure failure, CancellationToken cancellationToken) => _right.FailAsync(failure, cancellationToken);

    protected virtual ValueTask<WorkClaim> ClaimAlarmsAsync(ClaimRequest request) => ((IWorkQueue)_right).ClaimAsync(request, CancellationToken.None);

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
