using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>What a commit changes of one relationship.</summary>
public sealed record RelationshipChange
{
    /// <summary>Gets the next state. The store gives it the next revision.</summary>
    public required Relationship Next { get; init; }

    /// <summary>Gets the revision that must be there; 0 for a new relationship.</summary>
    public required long ExpectedRevision { get; init; }

    /// <summary>Gets the events to append: facts, acts and derived ones.</summary>
    public ImmutableArray<TimelineEvent> Append { get; init; } = [];

    /// <summary>Gets the derived events that are no longer true; they stay, marked.</summary>
    public ImmutableArray<EventId> Retract { get; init; } = [];

    /// <summary>Gets the changes of effects.</summary>
    public ImmutableArray<EffectChange> Effects { get; init; } = [];

    /// <summary>Gets all rows of lists that the candidate has from now on.</summary>
    public ImmutableArray<IndexRow> Index { get; init; } = [];
}
