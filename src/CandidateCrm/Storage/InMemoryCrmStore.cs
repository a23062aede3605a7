using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>
/// Keeps everything in the memory of the process, for tests, samples and hosts that need no more. It keeps the whole contract: revisions,
/// leases, order, isolation of tenants, all or nothing. Safe for concurrent use; tenants do not wait for each other.
/// </summary>
/// <remarks>
/// A commit is looked at in this order, and the first answer counts: ids of facts and acts, position of the rules, leases, revisions, ids of
/// derived events, claims. A lease is lost once its alarm, effect or document was claimed again, given back, finished or erased; one that only
/// ran out, and that nobody claimed since, is still good. A commit without the alarm's or document's lease moves the due time and leaves the
/// lease: its holder meets the other revision, decides again, and nobody else gets it before. A parked effect keeps the later ones of its
/// candidate waiting.
/// </remarks>
public sealed partial class InMemoryCrmStore : ICrmStore, ICrmIndex, IWorkQueue, IOutboxQueue, ITenantDocuments, IJobQueue, ICrmFeed
{
    private readonly ConcurrentDictionary<TenantId, TenantPartition> _tenants = new();
    private readonly StoreTurns _turns = new();
    private readonly Fences _fences = new();
    private readonly IClock _clock;

    /// <summary>Initializes an empty store.</summary>
    /// <param name="clock">The store's clock: it judges what is due and how long leases hold.</param>
    public InMemoryCrmStore(IClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
    }

    private Instant Now => Microseconds.Floor(_clock.GetCurrentInstant());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Relationship>> LoadAsync(RelationshipKeys keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Answer(keys.Tenant, t => t.Load(keys), [], cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Neither a candidate nor an event is named.</exception>
    public IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(TimelineQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Candidate.IsAssigned || query.Event.IsAssigned
            ? ReadAsync(query, cancellationToken)
            : throw new ArgumentException("A query of a timeline names a candidate or an event.", nameof(query));
    }

    /// <inheritdoc/>
    public ValueTask<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before, CancellationToken cancellationToken) =>
        Answer(key.Tenant, t => t.LoadCheckpoint(key.Candidate, before), otherwise: null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EffectRecord>> ReadEffectsAsync(EffectQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Answer(query.Relationship.Tenant, t => t.ReadEffects(query), [], cancellationToken);
    }

    /// <inheritdoc/>
    ValueTask<IReadOnlyList<TenantDocument>> ITenantDocuments.ReadAsync(DocumentQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Answer(query.Tenant, t => t.Documents.Read(query), [], cancellationToken);
    }

    /// <inheritdoc/>
    ValueTask<FeedPage> ICrmFeed.ReadAsync(FeedQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<FeedPage>(cancellationToken)
            : new(_tenants.TryGetValue(query.Tenant, out var tenant) ? tenant.Feed.Read(query) : StoredFeed.ReadNothing(query));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Answer(query.Tenant, t => t.ReadIndex(query), [], cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The commit contradicts itself: nothing in it, something of another tenant, an id, document or claim twice, an event on another timeline, a lease on somebody else.</exception>
    public ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        CommitShape.Check(commit);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<CommitOutcome>(cancellationToken)
            : new(PartitionOf(commit.Tenant).Commit(commit));
    }

    /// <inheritdoc/>
    public ValueTask<EraseOutcome> EraseAsync(ErasePlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var nothing = new EraseOutcome { PersonalParts = 0, Events = 0, EventsLeft = 0 };
        return Answer(plan.Relationship.Tenant, t => t.Erase(plan), nothing, cancellationToken);
    }

    /// <inheritdoc/>
    ValueTask<WorkClaim> IWorkQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<WorkClaim>(cancellationToken);
        }

        var now = Now;
        var taken = _turns.Alarms.Take(now, request.Max, (TenantPartition t, Instant at, out bool more) => t.TakeAlarm(at, request.Lease, out more));
        return new(new WorkClaim { Now = now, Leases = [.. taken] });
    }

    /// <inheritdoc/>
    ValueTask<OutboxClaim> IOutboxQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<OutboxClaim>(cancellationToken);
        }

        var now = Now;
        var taken = _turns.Outbox.Take(now, request.Max, (TenantPartition t, Instant at, out bool more) => t.TakeEffect(at, request.Lease, out more));
        return new(new OutboxClaim { Now = now, Effects = [.. taken] });
    }

    /// <inheritdoc/>
    ValueTask<JobClaim> IJobQueue.ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<JobClaim>(cancellationToken);
        }

        var now = Now;
        var taken = _turns.Jobs.Take(now, request.Max, (TenantPartition t, Instant at, out bool more) => t.Documents.Take(at, request.Lease, out more));
        return new(new JobClaim { Now = now, Documents = [.. taken] });
    }

    /// <summary>Holds a lease on an alarm or an effect for longer, from now on; false where it is lost.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not more than zero.</exception>
    public ValueTask<bool> RenewAsync(Lease lease, Duration duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        CheckMoreThanZero(duration);
        return Answer(lease.Relationship.Tenant, t => t.Renew(lease, Now + duration), otherwise: false, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not more than zero.</exception>
    public ValueTask<bool> RenewAsync(DocumentLease lease, Duration duration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        CheckMoreThanZero(duration);
        return Answer(lease.Document.Tenant, t => t.Documents.Renew(lease, Now + duration), otherwise: false, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(Lease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        await Answer(lease.Relationship.Tenant, t => t.Release(lease), otherwise: false, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(DocumentLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        await Answer(lease.Document.Tenant, t => t.Documents.Release(lease), otherwise: false, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<bool> FailAsync(EffectFailure failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentException.ThrowIfNullOrEmpty(failure.Code, nameof(failure));
        if (failure is { IsAttempt: false, RetryAt: null })
        {
            throw new ArgumentException("An effect that was not tried is looked at again at some instant; only what was tried is parked.", nameof(failure));
        }

        return Answer(failure.Lease.Relationship.Tenant, t => t.Fail(failure), otherwise: false, cancellationToken);
    }

    private static void CheckMoreThanZero(Duration duration)
    {
        if (duration <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A lease is renewed for more than zero.");
        }
    }

    private ValueTask<T> Answer<T>(TenantId tenant, Func<TenantPartition, T> ask, T otherwise, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        return new(_tenants.TryGetValue(tenant, out var partition) ? ask(partition) : otherwise);
    }

    private async IAsyncEnumerable<TimelineEvent> ReadAsync(TimelineQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A copy: what is committed while somebody reads is not seen half.
        foreach (var next in await Answer(query.Tenant, t => t.ReadTimeline(query), [], cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return next;
        }
    }

    private TenantPartition PartitionOf(TenantId tenant) =>
        _tenants.TryGetValue(tenant, out var partition)
            ? partition
            : _tenants.GetOrAdd(tenant, t => new TenantPartition(t, _turns, _fences));
}
