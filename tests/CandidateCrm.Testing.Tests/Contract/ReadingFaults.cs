using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Looks relationships up by candidate alone where the tenant has none.</summary>
internal sealed class LeaksRelationships(ManualClock clock) : FaultyStore(clock)
{
    private readonly ConcurrentDictionary<TenantId, bool> _tenants = [];

    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        _tenants.TryAdd(commit.Tenant, true);
        return base.CommitAsync(commit, cancellationToken);
    }

    public override async ValueTask<IReadOnlyList<Relationship>> LoadAsync(RelationshipKeys keys, CancellationToken cancellationToken)
    {
        var found = await base.LoadAsync(keys, cancellationToken);
        foreach (var tenant in found.Count == 0 ? _tenants.Keys : [])
        {
            found = [.. found, .. await base.LoadAsync(keys with { Tenant = tenant }, cancellationToken)];
        }

        return found;
    }
}

/// <summary>Looks events up by id alone.</summary>
internal sealed class LeaksEvents(ManualClock clock) : FaultyStore(clock)
{
    public override async IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(TimelineQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var tenants = query.Event.IsAssigned ? [TenantId.From("acme"), TenantId.From("globex")] : new[] { query.Tenant };
        foreach (var tenant in tenants)
        {
            foreach (var next in await ReadRightAsync(query with { Tenant = tenant }))
            {
                yield return next;
            }
        }
    }
}

/// <summary>Sorts by something else than the places.</summary>
internal sealed class SortsOtherwise(ManualClock clock, Func<TimelineEvent, (Instant At, long Order, string Id)> place, StringComparer ids) : FaultyStore(clock)
{
    public override async IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(TimelineQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var events = await ReadRightAsync(query);
        foreach (var next in events.OrderBy(e => place(e).At).ThenBy(e => place(e).Order).ThenBy(e => place(e).Id, ids))
        {
            yield return next;
        }
    }
}

/// <summary>Reads events in the order in which they came.</summary>
internal sealed class SortsByArrival(ManualClock clock) : FaultyStore(clock)
{
    private readonly List<EventId> _arrived = [];

    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit, cancellationToken);
        if (outcome.Status == CommitStatus.Committed)
        {
            lock (_arrived)
            {
                _arrived.AddRange(commit.Relationships.SelectMany(r => r.Append).Select(e => e.Id));
            }
        }

        return outcome;
    }

    public override async IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(TimelineQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EventId[] arrived;
        lock (_arrived)
        {
            arrived = [.. _arrived];
        }

        foreach (var next in (await ReadRightAsync(query)).OrderBy(e => Array.IndexOf(arrived, e.Id)))
        {
            yield return next;
        }
    }
}

/// <summary>Reads retracted events as if they were true.</summary>
internal sealed class ReadsRetracted(ManualClock clock) : FaultyStore(clock)
{
    public override async IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(TimelineQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var next in await ReadRightAsync(query with { WithRetracted = true }))
        {
            yield return query.WithRetracted ? next : next with { Retracted = false };
        }
    }
}

/// <summary>Turns a row into a number of rows to skip.</summary>
internal sealed class PagesByOffset(ManualClock clock) : FaultyStore(clock)
{
    private readonly Dictionary<IndexRow, int> _offsets = [];

    public override async ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken)
    {
        if (query.Descending)
        {
            return await base.QueryAsync(query, cancellationToken);
        }

        var offset = 0;
        var known = query.After is { } after && _offsets.TryGetValue(after, out offset);
        var rows = known ? await base.QueryAsync(query with { After = null, Max = 10_000 }, cancellationToken) : await base.QueryAsync(query, cancellationToken);
        rows = known ? [.. rows.Skip(offset).Take(query.Max)] : rows;
        if (rows.Count > 0)
        {
            _offsets[rows[^1]] = offset + rows.Count;
        }

        return rows;
    }
}

/// <summary>Erases the state and forgets the lists.</summary>
internal sealed class LeavesRowsOfErased(ManualClock clock) : FaultyStore(clock)
{
    private readonly List<IndexRow> _left = [];

    public override async ValueTask<EraseOutcome> EraseAsync(ErasePlan plan, CancellationToken cancellationToken)
    {
        var rows = await base.QueryAsync(new IndexQuery { Tenant = plan.Relationship.Tenant, Index = IndexNames.Promises }, cancellationToken);
        _left.AddRange(plan.Scope == EraseScope.Everything ? rows.Where(r => r.Candidate == plan.Relationship.Candidate) : []);
        return await base.EraseAsync(plan, cancellationToken);
    }

    public override async ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken) =>
        [.. await base.QueryAsync(query, cancellationToken), .. _left];
}

/// <summary>Says that personal parts are gone, and keeps them.</summary>
internal sealed class KeepsPersonalParts(ManualClock clock) : FaultyStore(clock)
{
    private readonly HashSet<RelationshipKey> _said = [];

    public override async ValueTask<EraseOutcome> EraseAsync(ErasePlan plan, CancellationToken cancellationToken)
    {
        if (plan.Scope == EraseScope.Everything)
        {
            return await base.EraseAsync(plan, cancellationToken);
        }

        var events = await ReadRightAsync(TimelineQuery.Of(plan.Relationship) with { WithDerived = true, WithRetracted = true });
        var parts = _said.Add(plan.Relationship) ? events.Count(e => e.Personal is not null) : 0;
        return new EraseOutcome { PersonalParts = parts, Events = 0, EventsLeft = events.Count };
    }
}
