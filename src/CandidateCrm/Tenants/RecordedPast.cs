using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>All that is on record of one relationship.</summary>
/// <param name="State">The stored state.</param>
/// <param name="Events">Facts, acts, and derived events that are true.</param>
/// <param name="Effects">The effects on record.</param>
internal sealed record RecordedPast(Relationship State, IReadOnlyList<TimelineEvent> Events, IReadOnlyList<EffectRecord> Effects)
{
    /// <summary>Gets the facts and acts.</summary>
    internal IEnumerable<TimelineEvent> Told => Events.Where(e => e.Class != EntryClass.Derived);

    /// <summary>Gets the keys of effects that wait to be handed over.</summary>
    internal IEnumerable<EffectKey> Pending => Effects.Where(e => e.State == EffectState.Pending).Select(e => e.Effect.Key);

    internal static async ValueTask<RecordedPast> ReadAsync(ICrmStore store, Relationship state, CancellationToken cancellationToken)
    {
        var events = new List<TimelineEvent>();
        var query = TimelineQuery.Of(state.Key) with { WithDerived = true };
        await foreach (var one in store.ReadTimelineAsync(query, cancellationToken).ConfigureAwait(false))
        {
            events.Add(one);
        }

        var effects = await store.ReadEffectsAsync(EffectQuery.Of(state.Key), cancellationToken).ConfigureAwait(false);
        return new RecordedPast(state, events, effects);
    }
}
