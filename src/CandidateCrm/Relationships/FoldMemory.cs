using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>What a fold that begins with the first event remembers of the line: retractions, and, where rules change, the facts so far.</summary>
internal sealed class FoldMemory
{
    private readonly HashSet<EventId>? _seen;

    /// <summary>Begins a memory.</summary>
    /// <param name="line">The whole line.</param>
    /// <param name="rulesChange">Whether the facts so far may be asked for.</param>
    internal FoldMemory(IReadOnlyList<TimelineEvent> line, bool rulesChange)
    {
        Retracted = Retracted.Of(line);
        _seen = Retracted is null ? null : [];
        Told = rulesChange ? [] : null;
    }

    /// <summary>Gets what the line takes back; null for nothing.</summary>
    internal Retracted? Retracted { get; }

    /// <summary>Gets the facts and acts folded so far, without those that were taken back; null where nobody may ask.</summary>
    internal List<TimelineEvent>? Told { get; }

    internal bool HasSeen(EventId id) => _seen?.Contains(id) == true;

    internal void Add(TimelineEvent next, bool isTaken)
    {
        _seen?.Add(next.Id);
        if (!isTaken)
        {
            Told?.Add(next);
        }
    }
}
