using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>One tenant's inbox. The tenant's lock guards it.</summary>
internal sealed class StoredInbox(TenantTurn turn, TenantTurns turns, Fences fences)
{
    private readonly Dictionary<CandidateId, WaitingFacts> _waiting = [];
    private readonly ParkedCandidates _parked = new();
    private readonly WaitingLine _line = new();
    private long _arrivals;

    internal void Append(ImmutableArray<TimelineEvent> facts)
    {
        foreach (var fact in facts)
        {
            var key = fact.Relationship;
            if (!_waiting.TryGetValue(key.Candidate, out var waiting))
            {
                waiting = new WaitingFacts(key);
                _waiting.Add(key.Candidate, waiting);
            }

            waiting.Add(++_arrivals, fact);
            if (waiting.Count == 1)
            {
                _line.Put(waiting, until: null);
            }
        }

        Announce();
    }

    internal InboxBatch? Take(Instant now, InboxClaimRequest request, out bool more)
    {
        InboxBatch? taken = null;
        if (_line.TryPeek(now, out var waiting))
        {
            taken = waiting.Claim(fences.Next(), now + request.Lease, request.MaxFacts);
            _line.Put(waiting, waiting.NotBefore);
        }

        more = _line.TryPeek(now, out _);
        Announce();
        return taken;
    }

    internal bool Renew(InboxLease lease, Instant until) => Change(lease, waiting =>
    {
        waiting.Hold(waiting.Fence, until);
        _line.Put(waiting, until);
    });

    internal bool Complete(InboxLease lease) => Change(lease, waiting =>
    {
        waiting.Complete();
        PutOrForget(waiting);
    });

    internal bool Fail(InboxFailure failure) => Change(failure.Lease, waiting =>
    {
        waiting.Fail(failure);
        if (waiting.Parked)
        {
            _line.Remove(waiting);
            _parked.Add(waiting.Candidate);
        }
        else
        {
            _line.Put(waiting, waiting.NotBefore);
        }
    });

    internal bool Redrive(CandidateId candidate)
    {
        if (!_parked.Remove(candidate.Value))
        {
            return false;
        }

        var waiting = _waiting[candidate];
        waiting.Redrive();
        _line.Put(waiting, until: null);
        Announce();
        return true;
    }

    internal bool Drop(CandidateId candidate)
    {
        if (!_parked.Contains(candidate.Value))
        {
            return false;
        }

        Forget(_waiting[candidate]);
        return true;
    }

    /// <summary>Reads the parked rows after a candidate's; all for null.</summary>
    internal IEnumerable<ParkedRow> ReadParked(string? after) => _parked.From(after).Where(c => c != after).Select(c =>
    {
        var waiting = _waiting[CandidateId.From(c)];
        return new ParkedRow { Queue = ParkedQueue.Inbox, Relationship = waiting.Key, Attempts = waiting.Attempts, LastError = waiting.LastError };
    });

    /// <summary>Erases of what waits; a fact that waits counts as an event.</summary>
    internal EraseOutcome Erase(ErasePlan plan)
    {
        if (!_waiting.TryGetValue(plan.Relationship.Candidate, out var waiting))
        {
            return new EraseOutcome { PersonalParts = 0, Events = 0, EventsLeft = 0 };
        }

        if (plan.Scope == EraseScope.PersonalParts)
        {
            return new EraseOutcome { PersonalParts = waiting.ErasePersonalParts(), Events = 0, EventsLeft = waiting.Count };
        }

        Forget(waiting);
        return new EraseOutcome { PersonalParts = waiting.CountPersonalParts(), Events = waiting.Count, EventsLeft = 0 };
    }

    private bool Change(InboxLease lease, Action<WaitingFacts> change)
    {
        if (!_waiting.TryGetValue(lease.Relationship.Candidate, out var waiting) || !waiting.IsHeldUnder(lease))
        {
            return false;
        }

        change(waiting);
        Announce();
        return true;
    }

    private void PutOrForget(WaitingFacts waiting)
    {
        if (waiting.Count > 0)
        {
            _line.Put(waiting, until: null);
        }
        else
        {
            Forget(waiting);
        }
    }

    private void Forget(WaitingFacts waiting)
    {
        _line.Remove(waiting);
        _parked.Remove(waiting.Candidate);
        _waiting.Remove(waiting.Key.Candidate);
        Announce();
    }

    private void Announce() => turns.Set(turn, _line.ReadyAt);
}
