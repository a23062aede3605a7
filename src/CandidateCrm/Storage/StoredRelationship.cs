using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>Everything that is kept of one relationship.</summary>
internal sealed class StoredRelationship(RelationshipKey key)
{
    private readonly Dictionary<EventId, TimelineEvent> _derived = [];

    internal RelationshipKey Key { get; } = key;

    internal Relationship State { get; set; } = Relationship.Empty(key);

    internal StoredTimeline Timeline { get; } = new();

    internal StoredEffects? Effects { get; private set; }

    internal Ticket? Alarm { get; set; }

    internal ImmutableArray<IndexRow> Rows { get; set; } = [];

    /// <summary>Gets the rows of lists that grow with the timeline; null before the first.</summary>
    internal HashSet<IndexRow>? Grown { get; private set; }

    /// <summary>Gets the checkpoints; null before the first.</summary>
    internal StoredCheckpoints? Checkpoints { get; private set; }

    /// <summary>Gets or sets the place of its last event in the feed, or -1; only <see cref="StoredFeed"/> sets it.</summary>
    internal long LastInFeed { get; set; } = -1;

    /// <summary>Says whether a derived event of this id is there and true.</summary>
    internal bool IsDerived(EventId id) => _derived.ContainsKey(id);

    /// <summary>Marks derived events as no longer true, then appends. A retracted id may so come again in the same commit.</summary>
    internal void Write(RelationshipChange change, StoredFeed feed)
    {
        foreach (var id in change.Retract.IsDefault ? [] : change.Retract)
        {
            if (_derived.Remove(id, out var old))
            {
                var retracted = old with { Retracted = true };
                Timeline.Replace(old, retracted);
                feed.Add(this, retracted);
            }
        }

        if (change.Append.IsDefaultOrEmpty)
        {
            return;
        }

        Timeline.Add(change.Append);
        foreach (var next in change.Append)
        {
            feed.Add(this, next);
            if (next is { Class: EntryClass.Derived, Retracted: false })
            {
                _derived.Add(next.Id, next);
            }
        }
    }

    /// <summary>Keeps checkpoints and the rows of lists that grow.</summary>
    internal void Keep(RelationshipChange change, IndexLists lists)
    {
        if (change.DropCheckpointsFrom is not null || !change.Checkpoints.IsDefaultOrEmpty)
        {
            (Checkpoints ??= new StoredCheckpoints()).Write(change);
        }

        if (!change.AddRows.IsDefaultOrEmpty || !change.RemoveRows.IsDefaultOrEmpty)
        {
            lists.Grow(Grown ??= [], change);
        }
    }

    internal void Apply(ImmutableArray<EffectChange> changes)
    {
        Effects ??= new StoredEffects(this);
        foreach (var change in changes)
        {
            Effects.Apply(change);
        }
    }

    /// <summary>Finds what a lease is on, if it is still there and held under that lease.</summary>
    internal Ticket? FindHeld(Lease lease)
    {
        var ticket = lease.Effect.Length == 0 ? Alarm : Effects?.Find(lease.Effect)?.Ticket;
        return ticket is not null && ticket.IsHeldUnder(lease.Fence) ? ticket : null;
    }

    /// <summary>Removes the personal parts and returns the events that had one, as they are now.</summary>
    internal List<TimelineEvent> ErasePersonalParts()
    {
        var changed = Timeline.ErasePersonalParts();
        foreach (var next in changed)
        {
            if (next is { Class: EntryClass.Derived, Retracted: false })
            {
                _derived[next.Id] = next;
            }
        }

        return changed;
    }
}
