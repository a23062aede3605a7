using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>Retractions whose facts are still to come. The state keeps them, so that a fact that comes after its retraction counts as never told.</summary>
internal static class Tombstones
{
    /// <summary>Says whether an event was taken back before it came, and takes its mark away.</summary>
    internal static bool Take(Draft draft, TimelineEvent next)
    {
        if (draft.Retractions is not { } slice)
        {
            return false;
        }

        var isNamed = slice.Events.Contains(next.Id);
        if (isNamed)
        {
            draft.Retractions = slice with { Events = slice.Events.Remove(next.Id) };
        }

        return Retracted.CanBeTaken(next) && (isNamed || (next.Batch.IsAssigned && slice.Batches.Contains(next.Batch)));
    }

    /// <summary>Marks what a retraction names and the line has not brought yet. A batch stays marked: more of it may come.</summary>
    internal static void Remember(Draft draft, FactsRetracted retraction, FoldMemory? memory)
    {
        var slice = draft.Retractions ?? new RetractionSlice();
        var isNews = retraction.Batch.IsAssigned && !slice.Batches.Contains(retraction.Batch);
        draft.Retractions = new RetractionSlice
        {
            Events = slice.Events.AddRange(retraction.Events.Where(id => memory?.HasSeen(id) != true && !slice.Events.Contains(id))),
            Batches = isNews ? slice.Batches.Add(retraction.Batch) : slice.Batches,
        };
    }
}
