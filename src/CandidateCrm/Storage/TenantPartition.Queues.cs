using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>The rules, the inbox and the parked rows of the tenant.</summary>
internal sealed partial class TenantPartition
{
    private readonly StoredRules _rules = new();
    private readonly StoredInbox _inbox;
    private readonly ParkedCandidates _parked = new();

    internal IReadOnlyList<RulesVersion> ReadLog(long after)
    {
        lock (_gate)
        {
            return _rules.ReadLog(after);
        }
    }

    internal IReadOnlyList<DefinitionDocument> ReadDefinitions(ImmutableArray<DefinitionHash> hashes)
    {
        lock (_gate)
        {
            return _rules.ReadDefinitions(hashes);
        }
    }

    internal bool Publish(RulesPublication publication)
    {
        lock (_gate)
        {
            if (!_rules.Publish(publication))
            {
                return false;
            }

            _rulesPosition = Math.Max(_rulesPosition, publication.Version.Position);
            return true;
        }
    }

    internal void Append(ImmutableArray<TimelineEvent> facts)
    {
        lock (_gate)
        {
            _inbox.Append(facts);
        }
    }

    internal InboxBatch? TakeBatch(Instant now, InboxClaimRequest request, out bool more)
    {
        lock (_gate)
        {
            return _inbox.Take(now, request, out more);
        }
    }

    internal bool Renew(InboxLease lease, Instant until)
    {
        lock (_gate)
        {
            return _inbox.Renew(lease, until);
        }
    }

    internal bool Complete(InboxLease lease)
    {
        lock (_gate)
        {
            return _inbox.Complete(lease);
        }
    }

    internal bool Fail(InboxFailure failure)
    {
        lock (_gate)
        {
            return _inbox.Fail(failure);
        }
    }

    internal IReadOnlyList<ParkedRow> ReadParked(ParkedQuery query)
    {
        lock (_gate)
        {
            var after = query.After;
            return after is { Queue: ParkedQueue.Outbox }
                ? [.. ReadParkedEffects(after).Take(query.Max)]
                : [.. _inbox.ReadParked(after?.Relationship.Candidate.Value).Concat(ReadParkedEffects(after: null)).Take(query.Max)];
        }
    }

    internal bool Redrive(ParkedRow row)
    {
        lock (_gate)
        {
            return row.Queue == ParkedQueue.Inbox ? _inbox.Redrive(row.Relationship.Candidate) : RedriveEffect(row);
        }
    }

    internal bool Drop(ParkedRow row)
    {
        lock (_gate)
        {
            return _inbox.Drop(row.Relationship.Candidate);
        }
    }

    private IEnumerable<ParkedRow> ReadParkedEffects(ParkedRow? after) =>
        from candidate in _parked.From(after?.Relationship.Candidate.Value)
        from record in ReadEffectsOf(CandidateId.From(candidate))
        where record is { Parked: true, State: EffectState.Pending }
        let item = record.Effect.Key.ToString()
        where after is null || candidate != after.Relationship.Candidate.Value || string.CompareOrdinal(item, after.Item) > 0
        select new ParkedRow { Queue = ParkedQueue.Outbox, Relationship = record.Relationship, Item = item, Attempts = record.Attempts, LastError = record.LastError! };

    private IReadOnlyList<EffectRecord> ReadEffectsOf(CandidateId candidate) =>
        _relationships.TryGetValue(candidate, out var stored) && stored.Effects is { } effects ? effects.Read(from: null) : [];

    /// <summary>Takes a candidate off the list who has nothing parked. An effect that is not wanted for a while is parked still when it is wanted again.</summary>
    private void ReviewParked(StoredRelationship owner)
    {
        var candidate = owner.Key.Candidate.Value;
        if (_parked.Contains(candidate) && !owner.Effects!.Read(from: null).Any(r => r is { Parked: true, Outcome: EffectOutcome.None }))
        {
            _parked.Remove(candidate);
        }
    }

    private static EraseOutcome Together(EraseOutcome waiting, EraseOutcome recorded) => new()
    {
        PersonalParts = recorded.PersonalParts + waiting.PersonalParts,
        Events = recorded.Events + waiting.Events,
        EventsLeft = recorded.EventsLeft + waiting.EventsLeft,
    };

    private bool RedriveEffect(ParkedRow row)
    {
        if (!_relationships.TryGetValue(row.Relationship.Candidate, out var owner)
            || owner.Effects?.Find(row.Item) is not { Record: { Parked: true, State: EffectState.Pending } } effect)
        {
            return false;
        }

        owner.Effects.Set(effect, effect.Record with { Attempts = 0, NextAttemptAt = null, Parked = false });
        _queues.PutEffect(owner);
        ReviewParked(owner);
        return true;
    }
}
