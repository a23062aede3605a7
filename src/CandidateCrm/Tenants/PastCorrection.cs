using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>Compares what a replay makes with what is on record: to tell what changed, never as input.</summary>
internal static class PastCorrection
{
    /// <summary>Plans the commit: derived events that are no longer true, new ones, effects no longer wanted, and newly wanted ones.</summary>
    /// <param name="past">What is on record.</param>
    /// <param name="fresh">Facts and acts that are new.</param>
    /// <param name="replay">What a replay from the base of the record makes, the new ones included.</param>
    internal static RecordPlan Plan(RecordedPast past, IReadOnlyList<TimelineEvent> fresh, Decision replay)
    {
        var before = past.Events.Where(e => e is { Class: EntryClass.Derived, Retracted: false } && !CorrectionNotice.Is(e)).ToDictionary(e => e.Id);
        var after = replay.Derived.ToDictionary(e => e.Id);
        var ledger = past.Effects.ToDictionary(e => e.Effect.Key);
        var wanted = replay.Effects.ToDictionary(e => e.Key);
        return new RecordPlan
        {
            Next = replay.Next.KeptFrom(past.State),
            Events = [.. fresh],
            Derived = [.. replay.Derived.Where(e => !before.TryGetValue(e.Id, out var old) || !IsSame(old, e))],
            Retracted = [.. before.Values.Where(e => !after.TryGetValue(e.Id, out var now) || !IsSame(e, now)).OrderBy(e => e.Place)],
            Wanted = [.. replay.Effects.Where(e => !ledger.TryGetValue(e.Key, out var old) || IsNews(old, e))],
            Unwanted = [.. past.Effects.Where(e => e.Made && !wanted.ContainsKey(e.Effect.Key) && !CorrectionNotice.Is(e.Effect))],
            Left = [.. replay.Effects.Where(e => e is { Intent: OpenTask, Withheld: null } && ledger.TryGetValue(e.Key, out var old) && WentToNobody(old) && !IsNews(old, e))],
            Renewed = [.. replay.Effects.Where(e => e.Withheld is null && ledger.TryGetValue(e.Key, out var old) && IsWithheldByMode(old)).Select(e => e.Key)],
            Checkpoints = replay.Checkpoints,
            DropCheckpointsFrom = past.Base.Cursor == TimelinePlace.Start ? TimelinePlace.Start : new TimelinePlace(past.Base.Cursor.Micros + 1, TimelinePlace.BoundaryRank, long.MinValue),
        };
    }

    private static bool IsNews(EffectRecord old, Effect wanted) =>
        !old.Made || old.WantedAt != wanted.IntendedAt || (old.Outcome is EffectOutcome.None or EffectOutcome.Withheld && !IsSame(old.Effect, wanted));

    // Kept for the record only, because an import asked for it.
    private static bool WentToNobody(EffectRecord old) => old is { Made: true, Outcome: EffectOutcome.Withheld, Effect.Withheld: null };

    // What a mode withheld was withheld at its instant; where the corrected past puts it at another one, that one's mode counts.
    private static bool IsWithheldByMode(EffectRecord old) => old is { Outcome: EffectOutcome.Withheld, Effect.Withheld: not null };

    private static bool IsSame(TimelineEvent a, TimelineEvent b) =>
        a.OccurredAt == b.OccurredAt && a.Cause == b.Cause && a.Ordinal == b.Ordinal && a.Entry.Equals(b.Entry);

    private static bool IsSame(Effect a, Effect b) => a.IntendedAt == b.IntendedAt && a.Intent.Equals(b.Intent) && a.Withheld == b.Withheld;
}
