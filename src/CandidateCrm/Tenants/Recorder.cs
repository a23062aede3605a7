using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using CandidateCrm.Work;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Records events of one candidate: load, decide, commit; again where somebody else was faster.</summary>
internal sealed class Recorder(ICrmStore store, RelationshipEngine engine, TenantRules rules, IClock clock)
{
    private const int MostAttempts = 100;

    /// <summary>Records events, all in one commit. A repeated one changes nothing; one with a taken id is left out and reported.</summary>
    internal async ValueTask<Recording> RecordAsync(
        RelationshipKey key, IReadOnlyList<TimelineEvent> events, RecordTerms terms, CancellationToken cancellationToken)
    {
        var recording = new Recording { Relationship = Relationship.Empty(key) };
        recording.Fresh = Distinct(events, recording);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await TryRecordAsync(key, recording, terms, cancellationToken).ConfigureAwait(false))
            {
                return recording;
            }
        }

        throw new RelationshipBusyException($"Relationship {key} changed {MostAttempts} times while events were being recorded. Nothing was written; try again.");
    }

    /// <summary>Loads, decides and commits once; false where somebody else was faster or an id turned out to be taken.</summary>
    private async ValueTask<bool> TryRecordAsync(RelationshipKey key, Recording recording, RecordTerms terms, CancellationToken cancellationToken)
    {
        var state = recording.Relationship = await LoadAsync(key, cancellationToken).ConfigureAwait(false);
        var log = rules.LogOf(key.Tenant);
        var plan = await PlanAsync(state, recording, log, cancellationToken).ConfigureAwait(false);
        if (recording.Fresh.Count == 0)
        {
            return true;
        }

        var outcome = await CommitAsync(plan, state, log.Position, terms, cancellationToken).ConfigureAwait(false);
        switch (outcome.Status)
        {
            case CommitStatus.Committed:
                recording.Written = plan;
                recording.Relationship = plan.Next with { Revision = state.Revision + 1 };
                return true;
            case CommitStatus.Replayed:
                recording.Fresh.ForEach(e => recording.Statuses[e.Id] = RecordStatus.Repeated);
                return true;
            case CommitStatus.LeaseLost:
                recording.LeaseLost = true;
                return true;
            case CommitStatus.AlreadyClaimed:
                recording.Fresh = await WithoutClaimedAsync(outcome.Claimed, recording, cancellationToken).ConfigureAwait(false);
                return false;
            default:
                CrmDiagnostics.Conflict();
                await Task.Yield();
                return false;
        }
    }

    private async ValueTask<RecordPlan> PlanAsync(Relationship state, Recording recording, ActivationLog log, CancellationToken cancellationToken)
    {
        var decision = engine.ApplyAll(state, recording.Fresh, log);
        if (decision.Status == DecisionStatus.Applied)
        {
            return new RecordPlan { Next = decision.Next, Events = [.. recording.Fresh], Derived = decision.Derived, Wanted = decision.Effects };
        }

        CrmDiagnostics.Correction();
        var past = await RecordedPast.ReadAsync(store, state, cancellationToken).ConfigureAwait(false);
        recording.Fresh = WithoutKnown(past, recording);
        return PastCorrection.Plan(engine, past, recording.Fresh, log);
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

    private List<TimelineEvent> WithoutKnown(RecordedPast past, Recording recording)
    {
        var known = past.Events.Where(e => e.Class != EntryClass.Derived).ToDictionary(e => e.Id);
        var kept = new List<TimelineEvent>(recording.Fresh.Count);
        foreach (var next in recording.Fresh)
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

    private async ValueTask<List<TimelineEvent>> WithoutClaimedAsync(EventId claimed, Recording recording, CancellationToken cancellationToken)
    {
        var next = recording.Fresh.Find(e => e.Id == claimed) ?? throw new InvalidOperationException($"The store says that event {claimed} is taken, but it is not part of the commit.");
        var kept = recording.Fresh.FindAll(e => e.Id != claimed);
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
}
