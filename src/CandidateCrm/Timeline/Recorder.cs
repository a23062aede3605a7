using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Timeline;

/// <summary>Records events of one candidate: load, decide, commit; again where somebody else was faster.</summary>
internal sealed class Recorder(ICrmStore store, RelationshipEngine engine, TenantRules rules, IClock clock)
{
    private const int MostAttempts = 100;

    /// <summary>Records events, all in one commit. A repeated one changes nothing; one with a taken id is left out and reported.</summary>
    internal async ValueTask<Recording> RecordAsync(
        RelationshipKey key, IReadOnlyList<TimelineEvent> events, RecordTerms terms, CancellationToken cancellationToken)
    {
        var recording = new Recording { Relationship = Relationship.Empty(key) };
        var fresh = Distinct(events, recording);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var state = await LoadAsync(key, cancellationToken).ConfigureAwait(false);
            recording.Relationship = state;
            var log = rules.LogOf(key.Tenant);
            var decision = engine.ApplyAll(state, fresh, log);
            RecordPlan plan;
            if (decision.Status == DecisionStatus.Applied)
            {
                plan = new RecordPlan { Next = decision.Next, Events = [.. fresh], Derived = decision.Derived, Wanted = decision.Effects };
            }
            else
            {
                var past = await RecordedPast.ReadAsync(store, state, cancellationToken).ConfigureAwait(false);
                fresh = WithoutKnown(fresh, past, recording);
                plan = PastCorrection.Plan(engine, past, fresh, log);
            }

            if (fresh.Count == 0)
            {
                return recording;
            }

            var outcome = await CommitAsync(plan, state, log.Position, terms, cancellationToken).ConfigureAwait(false);
            if (await ConcludedAsync(outcome).ConfigureAwait(false))
            {
                return recording;
            }

            async ValueTask<bool> ConcludedAsync(CommitOutcome answer)
            {
                switch (answer.Status)
                {
                    case CommitStatus.Committed:
                        recording.Written = plan;
                        recording.Relationship = plan.Next with { Revision = state.Revision + 1 };
                        return true;
                    case CommitStatus.Replayed:
                        Mark(fresh, RecordStatus.Repeated, recording);
                        return true;
                    case CommitStatus.LeaseLost:
                        recording.LeaseLost = true;
                        return true;
                    case CommitStatus.AlreadyClaimed:
                        fresh = await WithoutClaimedAsync(fresh, answer.Claimed, recording, cancellationToken).ConfigureAwait(false);
                        return false;
                    default:
                        await Task.Yield();
                        return false;
                }
            }
        }

        throw new RelationshipBusyException($"Relationship {key} changed {MostAttempts} times while events were being recorded. Nothing was written; try again.");
    }

    private async ValueTask<Relationship> LoadAsync(RelationshipKey key, CancellationToken cancellationToken)
    {
        var loaded = await store.LoadAsync(RelationshipKeys.Of(key), cancellationToken).ConfigureAwait(false);
        return loaded.Count > 0 ? loaded[0] : Relationship.Empty(key);
    }

    private ValueTask<CommitOutcome> CommitAsync(RecordPlan plan, Relationship state, long rulesPosition, RecordTerms terms, CancellationToken cancellationToken) =>
        store.CommitAsync(
            new CrmCommit
            {
                Tenant = state.Key.Tenant,
                Relationships = [plan.Change(state.Revision, terms)],
                RulesPosition = rulesPosition,
                Lease = terms.Lease,
            },
            cancellationToken);

    /// <summary>Sorts out ids that come twice in one delivery: the first wins.</summary>
    private List<TimelineEvent> Distinct(IReadOnlyList<TimelineEvent> events, Recording recording)
    {
        var first = new Dictionary<EventId, TimelineEvent>();
        var fresh = new List<TimelineEvent>(events.Count);
        foreach (var next in events)
        {
            if (first.TryAdd(next.Id, next))
            {
                fresh.Add(next);
            }
            else if (!first[next.Id].SameRulePart(next))
            {
                recording.ReusedInDelivery.Add(next.Id);
                fresh.Add(Reuse(next));
            }
        }

        return fresh;
    }

    private List<TimelineEvent> WithoutKnown(List<TimelineEvent> fresh, RecordedPast past, Recording recording)
    {
        var known = past.Events.Where(e => e.Class != EntryClass.Derived).ToDictionary(e => e.Id);
        var kept = new List<TimelineEvent>(fresh.Count);
        foreach (var next in fresh)
        {
            if (!known.TryGetValue(next.Id, out var old))
            {
                kept.Add(next);
            }
            else if (Conflict(old, next, recording) is { } act && !known.ContainsKey(act.Id))
            {
                kept.Add(act);
            }
        }

        return kept;
    }

    private async ValueTask<List<TimelineEvent>> WithoutClaimedAsync(List<TimelineEvent> fresh, EventId claimed, Recording recording, CancellationToken cancellationToken)
    {
        var next = fresh.Find(e => e.Id == claimed) ?? throw new InvalidOperationException($"The store says that event {claimed} is taken, but it is not part of the commit.");
        var kept = fresh.FindAll(e => e.Id != claimed);
        await foreach (var old in store.ReadTimelineAsync(TimelineQuery.Of(next.Relationship.Tenant, claimed), cancellationToken).ConfigureAwait(false))
        {
            if (Conflict(old, next, recording) is { } act)
            {
                kept.Add(act);
            }
        }

        return kept;
    }

    /// <summary>Says whether a known id tells the same again; where it does not, returns the act that reports it.</summary>
    private TimelineEvent? Conflict(TimelineEvent old, TimelineEvent next, Recording recording)
    {
        if (next.Class == EntryClass.Act || old.SameRulePart(next))
        {
            recording.Statuses[next.Id] = RecordStatus.Repeated;
            return null;
        }

        recording.Statuses[next.Id] = RecordStatus.IdReused;
        return Reuse(next);
    }

    private TimelineEvent Reuse(TimelineEvent second)
    {
        var now = clock.GetCurrentInstant();
        return new TimelineEvent
        {
            Relationship = second.Relationship,
            Id = ActIds.OfReuse(second),
            OccurredAt = now,
            RecordedAt = now,
            Actor = Actor.Crm,
            Entry = new EventIdReused { Reused = second.Id },
        };
    }

    private static void Mark(List<TimelineEvent> events, RecordStatus status, Recording recording)
    {
        foreach (var one in events)
        {
            recording.Statuses[one.Id] = status;
        }
    }
}
