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

    /// <summary>Gets all rows that the candidate has from now on in the lists of the state.</summary>
    public ImmutableArray<IndexRow> Index { get; init; } = [];

    /// <summary>Gets rows to add to lists that only grow with the timeline; one that is there already stays once. No such list is in <see cref="Index"/>.</summary>
    public ImmutableArray<IndexRow> AddRows { get; init; } = [];

    /// <summary>Gets rows to take from lists that only grow with the timeline, before others are added; one that is not there is no error.</summary>
    public ImmutableArray<IndexRow> RemoveRows { get; init; } = [];

    /// <summary>Gets states to keep beside the newest one, so that a replay need not begin at the beginning: in the order of their cursors, none after <see cref="Next"/>'s. One at a place where one is kept replaces it.</summary>
    public ImmutableArray<Relationship> Checkpoints { get; init; } = [];

    /// <summary>Gets the place from which on kept checkpoints are dropped, that place included, before new ones are kept; null to drop none.</summary>
    public TimelinePlace? DropCheckpointsFrom { get; init; }
}
