using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Everything of one tenant under one lock, so that a commit over several relationships is written as a whole.</summary>
internal sealed partial class TenantPartition
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CandidateId, StoredRelationship> _relationships = [];
    private readonly Dictionary<EventId, TimelineEvent> _told = [];
    private readonly IndexLists _lists = new();
    private readonly StoredClaims _claims = new();
    private readonly TenantQueues _queues;
    private long _rulesPosition = long.MinValue;

    internal TenantPartition(TenantId tenant, StoreTurns turns, Fences fences)
    {
        _queues = new TenantQueues(this, tenant, turns.Alarms, turns.Outbox, fences);
        Documents = new StoredDocuments(this, tenant, _gate, turns.Jobs, fences);
        Feed = new StoredFeed(_gate);
        _inbox = new StoredInbox(new TenantTurn(this, tenant.Value), turns.Inbox, fences);
    }

    internal StoredDocuments Documents { get; }

    internal StoredFeed Feed { get; }

    internal IReadOnlyList<Relationship> Load(RelationshipKeys keys)
    {
        lock (_gate)
        {
            var found = new List<Relationship>(keys.Candidates.Length);
            foreach (var candidate in keys.Candidates)
            {
                if (_relationships.TryGetValue(candidate, out var stored))
                {
                    found.Add(stored.State);
                }
            }

            return found;
        }
    }

    internal List<TimelineEvent> ReadTimeline(TimelineQuery query)
    {
        lock (_gate)
        {
            if (query.Candidate.IsAssigned)
            {
                return query.Event.IsAssigned && _told.TryGetValue(query.Event, out var known)
                    ? StoredTimeline.IsAskedFor(known, query) ? [known] : []
                    : _relationships.TryGetValue(query.Candidate, out var stored) ? stored.Timeline.Read(query) : [];
            }

            if (_told.TryGetValue(query.Event, out var told))
            {
                return StoredTimeline.IsAskedFor(told, query) ? [told] : [];
            }

            // Ids of derived events are unique within their relationship only, and nobody keeps a list of them.
            return query.WithDerived ? [.. _relationships.Values.SelectMany(r => r.Timeline.Read(query)).OrderBy(e => e.Place)] : [];
        }
    }

    internal Relationship? LoadCheckpoint(CandidateId candidate, TimelinePlace before)
    {
        lock (_gate)
        {
            return _relationships.TryGetValue(candidate, out var stored) ? stored.Checkpoints?.Before(before) : null;
        }
    }

    internal IReadOnlyList<EffectRecord> ReadEffects(EffectQuery query)
    {
        lock (_gate)
        {
            return _relationships.TryGetValue(query.Relationship.Candidate, out var stored) && stored.Effects is { } effects ? effects.Read(query.From) : [];
        }
    }

    internal IReadOnlyList<IndexRow> ReadIndex(IndexQuery query)
    {
        lock (_gate)
        {
            return _lists.Read(query);
        }
    }

    internal CommitOutcome Commit(CrmCommit commit)
    {
        lock (_gate)
        {
            if (Refusal(commit) is { } refusal)
            {
                return refusal;
            }

            // From here on nothing can fail: whatever a commit could be refused for was looked at above.
            _rulesPosition = commit.RulesPosition;
            foreach (var change in commit.Relationships)
            {
                Write(change, commit.Lease);
            }

            _claims.Add(commit.Claims);
            if (!commit.Documents.IsEmpty)
            {
                Documents.Write(commit.Documents, commit.DocumentLease);
            }

            return CommitOutcome.Committed;
        }
    }

    internal EraseOutcome Erase(ErasePlan plan)
    {
        lock (_gate)
        {
            if (plan.Scope == EraseScope.Everything)
            {
                _claims.Erase(plan.Relationship.Candidate);
            }

            var waiting = _inbox.Erase(plan);
            if (!_relationships.TryGetValue(plan.Relationship.Candidate, out var stored))
            {
                return waiting;
            }

            return Together(waiting, plan.Scope == EraseScope.Everything ? EraseEverything(stored) : ErasePersonalParts(stored));
        }
    }

    internal Lease? TakeAlarm(Instant now, Duration lease, out bool more)
    {
        lock (_gate)
        {
            return _queues.TakeAlarm(now, lease, out more);
        }
    }

    internal ClaimedEffect? TakeEffect(Instant now, Duration lease, out bool more)
    {
        lock (_gate)
        {
            return _queues.TakeEffect(now, lease, out more);
        }
    }

    internal bool Renew(Lease lease, Instant until)
    {
        lock (_gate)
        {
            return FindHeld(lease) is { } ticket && _queues.Renew(ticket, until);
        }
    }

    internal bool Release(Lease lease)
    {
        lock (_gate)
        {
            return FindHeld(lease) is { } ticket && _queues.Release(ticket);
        }
    }

    internal bool Fail(EffectFailure failure)
    {
        lock (_gate)
        {
            if (FindHeld(failure.Lease) is not { } ticket)
            {
                return false;
            }

            _queues.Fail(ticket, failure);
            _parked.Add(ticket.First);
            ReviewParked(ticket.Owner);
            return true;
        }
    }

    private CommitOutcome? Refusal(CrmCommit commit)
    {
        if (CommitClaims.Answer(commit, _told) is { } taken)
        {
            return taken;
        }

        if (commit.RulesPosition < _rulesPosition)
        {
            return CommitOutcome.RulesChanged;
        }

        if ((commit.Lease is { } lease && FindHeld(lease) is null) || (commit.DocumentLease is { } held && !Documents.IsHeld(held)))
        {
            return CommitOutcome.LeaseLost;
        }

        return CommitConflicts.Revisions(commit, _relationships, Documents)
            ?? CommitConflicts.DerivedTaken(commit, _relationships)
            ?? (_claims.Taken(commit.Claims) is { } there ? CommitOutcome.AlreadyClaimed(there) : null);
    }

    private void Write(RelationshipChange change, Lease? lease)
    {
        var key = change.Next.Key;
        if (!_relationships.TryGetValue(key.Candidate, out var stored))
        {
            stored = new StoredRelationship(key);
            _relationships.Add(key.Candidate, stored);
        }

        var revision = change.ExpectedRevision + 1;
        stored.State = change.Next.Revision == revision ? change.Next : change.Next with { Revision = revision };
        stored.Write(change, Feed);
        foreach (var next in change.Append.IsDefault ? [] : change.Append)
        {
            if (next.Class != EntryClass.Derived)
            {
                _told.Add(next.Id, next);
            }
        }

        var rows = change.Index.IsDefault ? [] : change.Index;
        _lists.Replace(stored.Rows, rows);
        stored.Rows = rows;
        stored.Keep(change, _lists);
        if (!change.Effects.IsDefaultOrEmpty)
        {
            stored.Apply(change.Effects);
            _queues.PutEffect(stored);
            ReviewParked(stored);
        }

        _queues.PutAlarm(stored, givenBack: lease is { Effect: "" } && lease.Relationship == key);
    }

    private Ticket? FindHeld(Lease lease) =>
        _relationships.TryGetValue(lease.Relationship.Candidate, out var stored) ? stored.FindHeld(lease) : null;

    private EraseOutcome ErasePersonalParts(StoredRelationship stored)
    {
        var changed = stored.ErasePersonalParts();
        Feed.ErasePersonalParts(stored);
        foreach (var next in changed)
        {
            if (next.Class != EntryClass.Derived)
            {
                _told[next.Id] = next;
            }
        }

        return new EraseOutcome { PersonalParts = changed.Count, Events = 0, EventsLeft = stored.Timeline.Count };
    }

    private EraseOutcome EraseEverything(StoredRelationship stored)
    {
        var parts = 0;
        foreach (var next in stored.Timeline.Events)
        {
            parts += next.Personal is null ? 0 : 1;
            if (next.Class != EntryClass.Derived)
            {
                _told.Remove(next.Id);
            }
        }

        _lists.Erase(stored);
        Feed.Erase(stored);
        _queues.Remove(stored);
        _parked.Remove(stored.Key.Candidate.Value);
        _relationships.Remove(stored.Key.Candidate);
        return new EraseOutcome { PersonalParts = parts, Events = stored.Timeline.Count, EventsLeft = 0 };
    }
}
