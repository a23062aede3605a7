using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Makes the acts that say what became of an effect. Of each effect there is one: whoever was first stands.</summary>
internal static class OutcomeActs
{
    internal static TimelineEvent Of(RelationshipKey key, Effect effect, IAct act, Actor by, Instant now) => new()
    {
        Relationship = key,
        Id = ActIds.OfEffect(key, effect.Key),
        OccurredAt = Instant.Max(now, effect.EarliestOutcomeAt),
        RecordedAt = now,
        Actor = by,
        Entry = act,
    };
}
