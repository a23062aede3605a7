using CandidateCrm.Relationships;

namespace CandidateCrm.Applications;

/// <summary>How far an application came. Within one pipeline its order decides; between two only the categories do, and what nobody knows is no further than anything.</summary>
internal static class FurthestStage
{
    /// <summary>Takes in a stage that is entered. What was reached for another opening is kept beside what was reached for this one.</summary>
    internal static ApplicationState Reach(FoldPass pass, PipelineDefinition? pipeline, ApplicationState state, StageEntry entry)
    {
        var isFurther = IsAsFar(pass, pipeline, state, entry);
        var reached = isFurther ? state with { Furthest = entry.Stage, FurthestCategory = entry.Category } : state;
        return reached with { FurthestHere = Here(pipeline, reached.Furthest, state.FurthestHere, entry.Stage) };
    }

    /// <summary>Returns the further of two that are one application from now on, whichever of them stays.</summary>
    internal static StageEntry Of(FoldPass pass, ApplicationState one, ApplicationState other)
    {
        if (!one.Furthest.IsAssigned || !other.Furthest.IsAssigned)
        {
            return one.Furthest.IsAssigned ? Of(one) : Of(other);
        }

        var (first, second) = string.CompareOrdinal(NameOf(one), NameOf(other)) <= 0 ? (one, other) : (other, one);
        var (a, b) = PlacesOf(pass, first, first, second) ?? PlacesOf(pass, second, first, second) ?? default;
        if (a == b)
        {
            (a, b) = ((int)first.FurthestCategory, (int)second.FurthestCategory);
        }

        return Of(a > b || (a == b && string.CompareOrdinal(first.Furthest.Value, second.Furthest.Value) <= 0) ? first : second);
    }

    /// <summary>Returns the furthest of some stages that a pipeline has, where the furthest of all is none of its stages; otherwise unassigned.</summary>
    internal static StageKey Here(PipelineDefinition? pipeline, StageKey furthest, params ReadOnlySpan<StageKey> reached)
    {
        StageKey here = default;
        if (pipeline is null || pipeline.IndexOf(furthest) >= 0)
        {
            return here;
        }

        var place = -1;
        foreach (var stage in reached)
        {
            if (stage.IsAssigned && pipeline.IndexOf(stage) is var at && at > place)
            {
                (here, place) = (stage, at);
            }
        }

        return here;
    }

    private static bool IsAsFar(FoldPass pass, PipelineDefinition? pipeline, ApplicationState state, StageEntry entry)
    {
        if (!state.Furthest.IsAssigned)
        {
            return true;
        }

        if (pipeline is null)
        {
            return entry.Category >= state.FurthestCategory;
        }

        if (pipeline.IndexOf(state.Furthest) is >= 0 and var furthest)
        {
            return pipeline.IndexOf(entry.Stage) >= furthest;
        }

        return entry.Category > state.FurthestCategory || (state.FurthestCategory == StageCategory.Other && pipeline.IndexOf(entry.Stage) >= 0 && !IsKnown(pass, state.Furthest));
    }

    /// <summary>Says whether any pipeline has a stage. What none has is a word that somebody told.</summary>
    private static bool IsKnown(FoldPass pass, StageKey stage)
    {
        foreach (var pipeline in pass.Rules.Rules.Pipelines)
        {
            if (pipeline.IndexOf(stage) >= 0 || pipeline.Overrides.Any(own => own.Stages.Any(each => each.Key == stage)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns where the furthest stages of two stand in the pipeline of one of them; null where it does not have both.</summary>
    private static (int First, int Second)? PlacesOf(FoldPass pass, ApplicationState owner, ApplicationState first, ApplicationState second) =>
        pass.Rules.FindPipeline(owner.Pipeline, owner.Requisition) is { } pipeline && pipeline.IndexOf(first.Furthest) is >= 0 and var one && pipeline.IndexOf(second.Furthest) is >= 0 and var other
            ? (one, other)
            : null;

    private static StageEntry Of(ApplicationState state) => new(state.Furthest, state.FurthestCategory);

    private static string NameOf(ApplicationState state) => $"{state.Pipeline}\n{state.Requisition}";
}
