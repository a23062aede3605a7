using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Says why a move is refused and what would be right. Stages and ids, never anything about a person.</summary>
internal static class MoveWords
{
    internal static string Of(PipelineDefinition pipeline, ApplicationState state, StageKey target, string code, StageCondition? condition) => code switch
    {
        FindingCodes.StageUnknown => $"The pipeline {pipeline.Key} has no stage {target}. Its stages are {string.Join(", ", pipeline.Stages.Select(stage => stage.Key.Value))}.",
        FindingCodes.MoveBackward => $"The pipeline {pipeline.Key} expects no moves back, and {target} comes before {state.Stage}. Choose a later stage.",
        FindingCodes.MoveSkips => $"The pipeline {pipeline.Key} expects no stage to be passed over. The next one is {Next(pipeline, state)}.",
        FindingCodes.ConditionUnmet => $"The stage {target} is entered only where {StageConditions.Words(condition!.Value)}. Record that first.",
        _ => Of(state.Status),
    };

    /// <summary>Says why nothing moves an application that is neither live nor a prospect's.</summary>
    internal static string Of(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Ended => "The application has ended. Re-open it first.",
        ApplicationStatus.Removed => "The application was deleted. Submit it anew.",
        _ => "The application was not submitted. Submit it first.",
    };

    private static string Next(PipelineDefinition pipeline, ApplicationState state) =>
        pipeline.Stages[Math.Max(pipeline.IndexOf(state.Stage), MoveRules.FurthestOf(pipeline, state)) + 1].Key.Value;
}
