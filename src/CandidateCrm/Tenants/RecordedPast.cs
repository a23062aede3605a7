using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>What is on record of one relationship: all of it, or what came after a checkpoint.</summary>
/// <param name="State">The stored state.</param>
/// <param name="Base">The state to replay from: a checkpoint, or an empty one where everything is read.</param>
/// <param name="Events">Facts, acts, and derived events that are true, after the base.</param>
/// <param name="Effects">The effects on record that were wanted after the base.</param>
internal sealed record RecordedPast(Relationship State, Relationship Base, IReadOnlyList<TimelineEvent> Events, IReadOnlyList<EffectRecord> Effects)
{
    /// <summary>Gets the facts and acts.</summary>
    internal IEnumerable<TimelineEvent> Told => Events.Where(e => e.Class != EntryClass.Derived);

    /// <summary>Gets the keys of effects that wait to be handed over.</summary>
    internal IEnumerable<EffectKey> Pending => Effects.Where(e => e.State == EffectState.Pending).Select(e => e.Effect.Key);

    /// <summary>Reads everything.</summary>
    internal static ValueTask<RecordedPast> ReadAsync(ICrmStore store, Relationship state, CancellationToken cancellationToken) =>
        ReadAsync(store, state, Relationship.Empty(state.Key), cancellationToken);

    /// <summary>Reads what came after a checkpoint. At its instant nothing is left over: events, alarms and effects part there.</summary>
    internal static async ValueTask<RecordedPast> ReadAsync(ICrmStore store, Relationship state, Relationship checkpoint, CancellationToken cancellationToken)
    {
        var isWhole = checkpoint.Cursor == TimelinePlace.Start;
        var events = new List<TimelineEvent>();
        var query = TimelineQuery.Of(state.Key) with { WithDerived = true, After = isWhole ? null : TimelinePlace.Alarm(checkpoint.Cursor.At) };
        await foreach (var one in store.ReadTimelineAsync(query, cancellationToken).ConfigureAwait(false))
        {
            events.Add(one);
        }

        var wanted = new EffectQuery { Relationship = state.Key, From = isWhole ? null : Microseconds.ToInstant(checkpoint.Cursor.Micros + 1) };
        var effects = await store.ReadEffectsAsync(wanted, cancellationToken).ConfigureAwait(false);
        return new RecordedPast(state, checkpoint, events, effects);
    }
}
