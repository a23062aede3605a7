using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Moves an application through the stages of its pipeline; every entry is a visit.</summary>
internal static class StageWalk
{
    /// <summary>Enters a stage, also the one that it is in already.</summary>
    internal static ApplicationState Enter(FoldPass pass, ApplicationState state, StageKey stage)
    {
        var pipeline = pass.Rules.FindPipeline(state.Pipeline);
        if (pipeline is not null && pipeline.IndexOf(stage) < 0)
        {
            pass.Note(FindingCodes.StageUnknown, $"{state.Application}:{stage}");
        }

        return state with
        {
            Stage = stage,
            StageSince = pass.At,
            Furthest = Further(pipeline, state.Furthest, stage),
            Visits = Visit(pass, state.Visits, stage),
        };
    }

    /// <summary>Takes an ended application back to life at the stage that it had; a new visit begins.</summary>
    internal static ApplicationState Restore(FoldPass pass, ApplicationState ended) =>
        Revive(ended) with { StageSince = pass.At, Visits = Visit(pass, [], ended.Stage) };

    /// <summary>Takes an ended application back to life without a visit, and without the offer that it had.</summary>
    internal static ApplicationState Revive(ApplicationState ended) => ended with { Ending = null, OfferedAt = null, Reopenings = ended.Reopenings + 1 };

    private static ImmutableArray<StageVisit> Visit(FoldPass pass, ImmutableArray<StageVisit> visits, StageKey stage)
    {
        if (visits.Length > 0)
        {
            visits = visits.SetItem(visits.Length - 1, visits[^1] with { To = pass.At });
        }

        return stage.IsAssigned
            ? visits.Add(new StageVisit { Stage = stage, From = pass.At, Actor = pass.Cause?.Actor ?? default })
            : visits;
    }

    private static StageKey Further(PipelineDefinition? pipeline, StageKey reached, StageKey stage) =>
        pipeline is null || pipeline.IndexOf(stage) >= (reached.IsAssigned ? pipeline.IndexOf(reached) : -1) ? stage : reached;
}
