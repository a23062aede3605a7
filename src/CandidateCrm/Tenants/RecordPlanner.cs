using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Decides what a commit would write: by going on from the state, or, where that cannot tell, by a replay from the nearest checkpoint.</summary>
internal sealed class RecordPlanner(ICrmStore store, RelationshipEngine engine, RedriveSchedule redrives, IClock clock)
{
    /// <summary>Decides what events that were told would write; null where all of them are on record.</summary>
    internal async ValueTask<RecordPlan?> PlanAsync(
        Relationship state, Delivery delivery, ActivationLog log, Instant? importedAt, CancellationToken cancellationToken)
    {
        var fresh = delivery.Fresh();
        if (fresh.Count == 0)
        {
            return null;
        }

        var decision = engine.ApplyAll(state, fresh, log);
        if (decision.Status == DecisionStatus.Applied && engine.SettledFor(decision, importedAt, log) is { Status: DecisionStatus.Applied } settled)
        {
            var plan = RecordPlan.Of(fresh, settled) with { Owed = Owed(state, log, importedAt) };
            return redrives.OnFailure(Imported(plan, delivery, log, importedAt), state, clock.GetCurrentInstant());
        }

        return await CorrectAsync(state, delivery, log, importedAt, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets time pass up to an instant, and tries again what failed where that is due.</summary>
    internal async ValueTask<RecordPlan> PlanUpToAsync(Relationship state, Instant now, ActivationLog log, CancellationToken cancellationToken)
    {
        var decision = engine.Advance(state, now, log);
        if (decision.Status == DecisionStatus.Applied && !(state.Redrive?.At <= now))
        {
            return redrives.OnFailure(RecordPlan.Of([], decision), state, now);
        }

        return await RedriveAsync(state, now, log, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replays the whole timeline up to an instant: features that failed are tried again from where they failed.</summary>
    internal async ValueTask<RecordPlan> RedriveAsync(Relationship state, Instant now, ActivationLog log, CancellationToken cancellationToken)
    {
        var past = await RecordedPast.ReadAsync(store, state, cancellationToken).ConfigureAwait(false);
        var replay = engine.Replay(state.Key, past.Told, log, Horizon(state, now) is { } cursor ? Instant.Max(cursor, now) : now);
        return redrives.OnVainTry(CorrectionNotice.With(PastCorrection.Plan(past, [], replay), state.Cursor, log, now), state, now);
    }

    private async ValueTask<RecordPlan?> CorrectAsync(
        Relationship state, Delivery delivery, ActivationLog log, Instant? importedAt, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        for (var from = await CheckpointAsync(state, delivery.Fresh(), cancellationToken).ConfigureAwait(false); ; from = Relationship.Empty(state.Key))
        {
            var past = await RecordedPast.ReadAsync(store, state, from, cancellationToken).ConfigureAwait(false);
            foreach (var one in past.Told)
            {
                delivery.Know(one);
            }

            var fresh = delivery.Fresh();
            if (fresh.Count == 0)
            {
                return null;
            }

            var replay = Replayed(past, fresh, log, Later(Horizon(state, now), importedAt));
            if (replay.Status == DecisionStatus.Applied)
            {
                var plan = PastCorrection.Plan(past, fresh, replay) with
                {
                    Owed = [.. Owed(state, log, importedAt), .. past.Pending],
                    IsCorrection = true,
                };
                return redrives.OnFailure(CorrectionNotice.With(Imported(plan, delivery, log, importedAt), state.Cursor, log, now), state, now);
            }
        }
    }

    private Decision Replayed(RecordedPast past, List<TimelineEvent> fresh, ActivationLog log, Instant? horizon)
    {
        var line = past.Told.Concat(fresh);
        if (past.Base.Cursor == TimelinePlace.Start)
        {
            return engine.Replay(past.State.Key, line, log, horizon);
        }

        var decision = engine.ApplyAll(past.Base, [.. line], log);
        return decision.Status == DecisionStatus.Applied && horizon is { } until ? engine.SettledFor(decision, until, log) : decision;
    }

    /// <summary>Returns the nearest checkpoint before what is new, or an empty state where only the whole timeline can tell.</summary>
    private async ValueTask<Relationship> CheckpointAsync(Relationship state, List<TimelineEvent> fresh, CancellationToken cancellationToken)
    {
        if (fresh.Exists(e => e.Entry is FactsRetracted))
        {
            return Relationship.Empty(state.Key);
        }

        var before = new TimelinePlace(fresh.Min(e => Microseconds.ToMicros(e.OccurredAt)), TimelinePlace.BoundaryRank, long.MinValue);
        return await store.LoadCheckpointAsync(state.Key, before, cancellationToken).ConfigureAwait(false) ?? Relationship.Empty(state.Key);
    }

    /// <summary>
    /// Takes tasks that an import does not hand over off the list, by an act for each: nobody has them, so nobody has to close them.
    /// </summary>
    private RecordPlan Imported(RecordPlan plan, Delivery delivery, ActivationLog log, Instant? importedAt)
    {
        var acts = importedAt is null && plan.Left.IsEmpty ? [] : ImportedTasks.Skip(plan, delivery, importedAt, importedAt ?? clock.GetCurrentInstant());
        if (acts.Count == 0)
        {
            return plan;
        }

        var decision = engine.ApplyAll(plan.Next, acts, log);
        return decision.Status == DecisionStatus.Applied ? plan.GoingOn(acts, decision) : plan;
    }

    private static Instant? Later(Instant? first, Instant? second) => first is { } a && second is { } b ? Instant.Max(a, b) : first ?? second;

    // A clock that was ahead once may have rung alarms that are still to come: they are not taken over.
    private static Instant? Horizon(Relationship state, Instant now) =>
        state.Cursor.Micros == long.MinValue ? null : Instant.Min(state.Cursor.At, now + Door.Tolerance);

    /// <summary>Effects that were due before the import came and only wait for a worker: no import takes them away.</summary>
    private HashSet<EffectKey> Owed(Relationship state, ActivationLog log, Instant? importedAt) =>
        state.WakeAt <= importedAt ? [.. engine.Settled(state, importedAt.Value, log).Effects.Select(e => e.Key)] : [];
}
