using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm;

/// <summary>The envelope of an announced event.</summary>
public sealed record AnnouncedEvent
{
    /// <summary>Gets whose event it is.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets the name of the announcement, the same at every repeat.</summary>
    public required EffectKey Key { get; init; }

    /// <summary>Gets the instant of the event.</summary>
    public required Instant At { get; init; }
}
