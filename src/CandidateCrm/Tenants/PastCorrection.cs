using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Replays a timeline with events that came late, and compares the result with what is on record.</summary>
internal static class PastCorrection
{
    /// <summary>Plans the commit: derived events that are no longer true, new ones, effects no longer wanted, and newly wanted ones.</summary>
    internal static RecordPlan Plan(RelationshipEngine engine, RecordedPast past, IReadOnlyList<TimelineEvent> fresh, ActivationLog log, Instant now, Instant? importedAt)
    {
        var state = past.State;

        // A clock that was ahead once may have rung alarms that are still to come: they are not taken over.
        Instant? horizon = state.Cursor.Micros == long.MinValue ? null : Instant.Min(state.Cursor.At, now + Door.Tolerance);
        return Plan(past, fresh, engine.SettledFor(engine.Replay(state.Key, past.Events.Concat(fresh), log, horizon), importedAt, log));
    }

    /// <summary>Plans the commit of a replay of the same facts up to an instant, where the state could not simply go on.</summary>
    internal static RecordPlan PlanUpTo(RelationshipEngine engine, RecordedPast past, Instant now, ActivationLog log) =>
        Plan(past, [], engine.Replay(past.State.Key, past.Events, log, now));

    private static RecordPlan Plan(RecordedPast past, IReadOnlyList<TimelineEvent> fresh, Decision replay)
    {
        var state = past.State;
        var before = past.Events.Where(e => e is { Class: EntryClass.Derived, Retracted: false }).ToDictionary(e => e.Id);
        var after = replay.Derived.ToDictionary(e => e.Id);
        var ledger = past.Effects.ToDictionary(e => e.Effect.Key);
        var wanted = replay.Effects.ToDictionary(e => e.Key);
        return new RecordPlan
        {
            // Slices of features that this version does not know cannot be replayed; they stay as they are.
            Next = replay.Next with { Revision = state.Revision, Unknown = state.Unknown },
            Events = [.. fresh],
            Derived = [.. replay.Derived.Where(e => !before.TryGetValue(e.Id, out var old) || !IsSame(old, e))],
            Retracted = [.. before.Values.Where(e => !after.TryGetValue(e.Id, out var now) || !IsSame(e, now)).OrderBy(e => e.Place)],
            Wanted = [.. replay.Effects.Where(e => !ledger.TryGetValue(e.Key, out var old) || !old.Made || (old.Outcome is EffectOutcome.None or EffectOutcome.Withheld && !IsSame(old.Effect, e)))],
            Unwanted = [.. ledger.Values.Where(e => e.Made && !wanted.ContainsKey(e.Effect.Key)).Select(e => e.Effect.Key)],
        };
    }

    private static bool IsSame(TimelineEvent a, TimelineEvent b) =>
        a.OccurredAt == b.OccurredAt && a.Cause == b.Cause && a.Ordinal == b.Ordinal && a.Entry.Equals(b.Entry);

    private static bool IsSame(Effect a, Effect b) => a.IntendedAt == b.IntendedAt && a.Intent.Equals(b.Intent);
}
