using CandidateCrm.Applications;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>Keeps what holds a person back, before every other feature reacts, and whatever becomes of the lifecycle.</summary>
internal static class HoldStep
{
    internal static void Take(FoldPass pass, ITimelineEntry entry)
    {
        var before = pass.Draft.Candidate?.Holds ?? CandidateHolds.None;
        var after = After(pass, before, entry);
        if (after != before)
        {
            var slice = pass.Draft.Candidate ?? new CandidateSlice();
            pass.Draft.Candidate = slice with { Holds = after, Attributes = after.ErasedAt is null ? slice.Attributes : [] };
        }
    }

    private static CandidateHolds After(FoldPass pass, CandidateHolds holds, ITimelineEntry entry) => entry switch
    {
        _ when holds.ErasedAt is not null => holds,
        CandidateErased => holds with { ErasedAt = pass.At, AwayUntil = null },
        CandidateMerged merged => merged.Into == pass.Draft.Key.Candidate ? holds : holds with { MergedInto = merged.Into },
        CandidateUnmerged => holds with { MergedInto = default },
        _ when holds.IsClosed => holds,
        ContactBarred => holds with { BarredSince = holds.BarredSince ?? pass.At },
        ContactBarLifted => holds with { BarredSince = null },
        CandidateSnoozed snoozed when OverlayStep.Begins(pass, snoozed) => holds with { AwayUntil = DateSchedule.Start(pass.Rules.Rules.Zone, snoozed.Until) },

        // Whoever applies or is hired is there again.
        SnoozeEnded or ApplicationSubmitted or ProspectConverted or ApplicationCopied or CandidateHired => holds with { AwayUntil = null },
        _ => holds,
    };
}
