using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Events told in one go about one candidate, held against what is on record: of each id the first one stands.</summary>
internal sealed class Delivery
{
    private readonly IReadOnlyList<TimelineEvent> _told;
    private readonly Instant _now;
    private readonly Dictionary<EventId, TimelineEvent> _first;
    private readonly Dictionary<EventId, TimelineEvent> _known = [];

    internal Delivery(IReadOnlyList<TimelineEvent> told, Instant now)
    {
        _told = told;
        _now = now;
        _first = new Dictionary<EventId, TimelineEvent>(told.Count);
        foreach (var one in told)
        {
            _first.TryAdd(one.Id, one);
        }
    }

    /// <summary>Learns that an event is on record.</summary>
    internal void Know(TimelineEvent recorded) => _known.TryAdd(recorded.Id, recorded);

    /// <summary>Says whether an event of that id is known to be on record.</summary>
    internal bool Knows(EventId id) => _known.ContainsKey(id);

    /// <summary>Returns what is still to be written: events that are new, and for each one that brings other contents under an id in use an act that says so, once.</summary>
    internal List<TimelineEvent> Fresh()
    {
        var fresh = new List<TimelineEvent>(_told.Count);
        HashSet<EventId>? acts = null;
        foreach (var one in _told)
        {
            switch (StatusOf(one))
            {
                case RecordStatus.Recorded:
                    fresh.Add(one);
                    break;
                case RecordStatus.IdReused when Reuse(one) is var act && !_known.ContainsKey(act.Id) && (acts ??= []).Add(act.Id):
                    fresh.Add(act);
                    break;
                default:
                    break;
            }
        }

        return fresh;
    }

    /// <summary>Says what becomes of one of the events told. An act is the same by its id: who did it again noticed it at another instant.</summary>
    internal RecordStatus StatusOf(TimelineEvent one)
    {
        var first = _first[one.Id];
        if (!_known.TryGetValue(one.Id, out var stands))
        {
            if (ReferenceEquals(first, one))
            {
                return RecordStatus.Recorded;
            }

            stands = first;
        }

        return one.Class == EntryClass.Act || stands.SameRulePart(one) ? RecordStatus.Repeated : RecordStatus.IdReused;
    }

    private TimelineEvent Reuse(TimelineEvent second) => new()
    {
        Relationship = second.Relationship,
        Id = ActIds.OfReuse(second),
        OccurredAt = _now,
        RecordedAt = _now,
        Actor = Actor.Crm,
        Entry = new EventIdReused { Reused = second.Id },
    };
}
