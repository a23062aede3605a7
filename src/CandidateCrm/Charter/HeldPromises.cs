using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>What becomes of promises to a person who was erased, or goes on under another id.</summary>
internal static class HeldPromises
{
    /// <summary>
    /// Says whether nothing is promised, kept or broken for a person. Of one who was erased all ends; of one who goes on elsewhere promises wait, and their
    /// tasks are done there.
    /// </summary>
    internal static bool Rest(FoldPass pass, ITimelineEntry entry)
    {
        if (pass.Draft.Charter is not null && entry is CandidateErased)
        {
            PromiseEnding.CloseAll(pass);
        }

        if (!OverlayGate.Rests(pass.Draft.Candidate?.Holds))
        {
            return false;
        }

        if (pass.Draft.Charter is not null)
        {
            EndBeneath(pass, entry);
        }

        return true;
    }

    /// <summary>What ends while a person goes on elsewhere is promised no more once they are back.</summary>
    private static void EndBeneath(FoldPass pass, ITimelineEntry entry)
    {
        if (entry is CandidateMerged)
        {
            PromiseEnding.CloseTasks(pass, "candidate.merged");
        }

        foreach (var ended in pass.Notes.Ended.IsAssigned ? pass.Notes.Closed.Add(pass.Notes.Ended) : pass.Notes.Closed)
        {
            PromiseEnding.Close(pass, ended.Value);
        }
    }
}
