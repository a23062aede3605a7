using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>The newest checkpoints of one relationship, in the order of their cursors. The tenant's lock guards it.</summary>
internal sealed class StoredCheckpoints
{
    private readonly List<Relationship> _line = new(CrmCommit.MostCheckpoints);

    internal Relationship? Before(TimelinePlace place)
    {
        var after = FirstFrom(place);
        return after == 0 ? null : _line[after - 1];
    }

    internal void Write(RelationshipChange change)
    {
        if (change.DropCheckpointsFrom is { } from)
        {
            var first = FirstFrom(from);
            _line.RemoveRange(first, _line.Count - first);
        }

        foreach (var next in change.Checkpoints.IsDefault ? [] : change.Checkpoints)
        {
            var at = FirstFrom(next.Cursor);
            if (at < _line.Count && _line[at].Cursor == next.Cursor)
            {
                _line[at] = next;
            }
            else
            {
                _line.Insert(at, next);
            }
        }

        if (_line.Count > CrmCommit.MostCheckpoints)
        {
            _line.RemoveRange(0, _line.Count - CrmCommit.MostCheckpoints);
        }
    }

    /// <summary>Returns the index of the first checkpoint at or after a place.</summary>
    private int FirstFrom(TimelinePlace place)
    {
        var at = _line.Count;
        while (at > 0 && _line[at - 1].Cursor >= place)
        {
            at--;
        }

        return at;
    }
}
