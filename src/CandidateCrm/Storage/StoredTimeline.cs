using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>The events of one relationship in the order of their places. What comes in order is appended, whatever the length.</summary>
internal sealed class StoredTimeline
{
    private readonly List<TimelineEvent> _line = [];
    private TimelinePlace _last = TimelinePlace.Start;

    internal int Count => _line.Count;

    internal IReadOnlyList<TimelineEvent> Events => _line;

    internal void Add(ImmutableArray<TimelineEvent> events)
    {
        if (events.Length > 16)
        {
            Merge([.. events.OrderBy(e => e.Place)]);
            return;
        }

        foreach (var next in events)
        {
            var place = next.Place;
            if (place >= _last)
            {
                _line.Add(next);
                _last = place;
            }
            else
            {
                _line.Insert(After(place), next);
            }
        }
    }

    /// <summary>Replaces one event by another at the same place.</summary>
    internal void Replace(TimelineEvent old, TimelineEvent replacement)
    {
        for (var i = After(old.Place) - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_line[i], old))
            {
                _line[i] = replacement;
                return;
            }
        }
    }

    /// <summary>Removes the personal parts and returns the events that had one, as they are now.</summary>
    internal List<TimelineEvent> ErasePersonalParts()
    {
        var changed = new List<TimelineEvent>();
        for (var i = 0; i < _line.Count; i++)
        {
            if (_line[i].Personal is not null)
            {
                _line[i] = _line[i] with { Personal = null };
                changed.Add(_line[i]);
            }
        }

        return changed;
    }

    internal List<TimelineEvent> Read(TimelineQuery query)
    {
        var found = new List<TimelineEvent>();
        for (var i = query.After is { } after ? After(after) : 0; i < _line.Count; i++)
        {
            if (IsAskedFor(_line[i], query))
            {
                found.Add(_line[i]);
            }
        }

        return found;
    }

    internal static bool IsAskedFor(TimelineEvent next, TimelineQuery query) =>
        (next.Class != EntryClass.Derived || (query.WithDerived && (query.WithRetracted || !next.Retracted)))
        && (!query.Event.IsAssigned || next.Id == query.Event)
        && (!query.Candidate.IsAssigned || next.Relationship.Candidate == query.Candidate)
        && (query.After is not { } after || next.Place > after);

    private void Merge(TimelineEvent[] sorted)
    {
        var at = After(sorted[0].Place);
        var tail = _line.GetRange(at, _line.Count - at);
        _line.RemoveRange(at, tail.Count);
        var next = 0;
        foreach (var old in tail)
        {
            var place = old.Place;
            while (next < sorted.Length && sorted[next].Place < place)
            {
                _line.Add(sorted[next++]);
            }

            _line.Add(old);
        }

        _line.AddRange(sorted.AsSpan(next));
        _last = _line[^1].Place;
    }

    /// <summary>Returns the index of the first event after a place.</summary>
    private int After(TimelinePlace place)
    {
        if (place >= _last)
        {
            return _line.Count;
        }

        var (low, high) = (0, _line.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _line[middle].Place <= place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
