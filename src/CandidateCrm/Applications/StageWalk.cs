using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Moves an application through the stages of its pipeline; every entry is a visit.</summary>
internal static class StageWalk
{
    /// <summary>Enters a stage, also the one that it is in already.</summary>
    internal static ApplicationState Enter(FoldPass pass, ApplicationState state, StageEntry entry)
    {
        var pipeline = pass.Rules.FindPipeline(state.Pipeline, state.Requisition);
        var place = pipeline?.IndexOf(entry.Stage) ?? -1;
        if (pipeline is not null && place < 0)
        {
            pass.Note(FindingCodes.StageUnknown, $"{state.Application}:{entry.Stage}");
        }

        var category = entry.Category == StageCategory.Other && place >= 0 ? pipeline!.Stages[place].Category : entry.Category;
        var entered = entry with { Category = category };
        return FurthestStage.Reach(pass, pipeline, state, entered) with
        {
            Stage = entry.Stage,
            Category = category,
            StageSince = pass.At,
            Visits = Visit(pass, state.Visits, entered),
        };
    }

    /// <summary>Takes an ended application back to life at the stage that it had; a new visit begins.</summary>
    internal static ApplicationState Restore(FoldPass pass, ApplicationState ended, ReasonCode reason) =>
        Revive(ended) with { StageSince = pass.At, Visits = Visit(pass, [], new StageEntry(ended.Stage, ended.Category, reason)) };

    /// <summary>Takes an application back to what it was before it ended, without a visit. What was deleted is live.</summary>
    internal static ApplicationState Revive(ApplicationState gone) =>
        gone with { Status = gone.Ending?.From ?? ApplicationStatus.Live, Ending = null, Reopenings = gone.Reopenings + 1 };

    private static ImmutableArray<StageVisit> Visit(FoldPass pass, ImmutableArray<StageVisit> visits, StageEntry entry)
    {
        if (visits.Length > 0)
        {
            visits = visits.SetItem(visits.Length - 1, visits[^1] with { To = pass.At });
        }

        return entry.Stage.IsAssigned
            ? visits.Add(new StageVisit { Stage = entry.Stage, Category = entry.Category, From = pass.At, Actor = pass.Cause?.Actor ?? default, Reason = entry.Reason })
            : visits;
    }
}
