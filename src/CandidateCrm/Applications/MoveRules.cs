using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Which rules of a pipeline a move breaks. Facts are held against them, and commands.</summary>
internal static class MoveRules
{
    /// <summary>Says that a move leads back, or passes over a stage that was never reached, where its pipeline expects none such; null otherwise.</summary>
    /// <param name="pipeline">The pipeline as it is for the opening.</param>
    /// <param name="state">The application before the move.</param>
    /// <param name="target">The place of the stage that is entered.</param>
    internal static string? OrderBroken(PipelineDefinition pipeline, ApplicationState state, int target)
    {
        if (pipeline.AllowsBackward && pipeline.AllowsSkipping)
        {
            return null;
        }

        var from = state.Stage.IsAssigned ? pipeline.IndexOf(state.Stage) : -1;
        if (from < 0 && state.Stage.IsAssigned)
        {
            // Who stands outside the pipeline goes neither back nor forth in it.
            return null;
        }

        if (target < from && !pipeline.AllowsBackward)
        {
            return FindingCodes.MoveBackward;
        }

        return !pipeline.AllowsSkipping && target > Math.Max(from, FurthestOf(pipeline, state)) + 1 ? FindingCodes.MoveSkips : null;
    }

    /// <summary>Returns the place of the furthest stage that was reached, or -1.</summary>
    internal static int FurthestOf(PipelineDefinition pipeline, ApplicationState state)
    {
        var reached = state.FurthestHere.IsAssigned ? state.FurthestHere : state.Furthest;
        return reached.IsAssigned ? pipeline.IndexOf(reached) : -1;
    }

    /// <summary>Returns the first condition of a stage that is not met, or null.</summary>
    internal static StageCondition? Unmet(Stage stage, ApplicationState state)
    {
        foreach (var condition in stage.Requires)
        {
            if (!StageConditions.IsMet(condition, state))
            {
                return condition;
            }
        }

        return null;
    }
}
