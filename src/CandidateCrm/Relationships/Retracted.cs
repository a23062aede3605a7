using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>What the retractions of a timeline take back, wherever they stand on it.</summary>
internal sealed class Retracted
{
    private readonly HashSet<EventId> _events = [];
    private readonly HashSet<BatchId> _batches = [];

    /// <summary>Collects the retractions of a line; null where there are none.</summary>
    internal static Retracted? Of(IReadOnlyList<TimelineEvent> line)
    {
        Retracted? all = null;
        foreach (var one in line)
        {
            if (one.Entry is FactsRetracted retraction)
            {
                (all ??= new Retracted()).Add(retraction);
            }
        }

        return all;
    }

    /// <summary>Says whether an event counts as never told: facts only, and no retraction.</summary>
    internal bool Takes(TimelineEvent one) =>
        CanBeTaken(one) && (_events.Contains(one.Id) || (one.Batch.IsAssigned && _batches.Contains(one.Batch)));

    internal static bool CanBeTaken(TimelineEvent one) => one.Entry is IFact and not FactsRetracted;

    private void Add(FactsRetracted retraction)
    {
        _events.UnionWith(retraction.Events);
        if (retraction.Batch.IsAssigned)
        {
            _batches.Add(retraction.Batch);
        }
    }
}
