using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Makes the state of an application that was not known before.</summary>
internal static class ApplicationBirth
{
    /// <summary>Returns what is known; what nobody submitted is reported, and begins.</summary>
    internal static ApplicationState Existing(FoldPass pass, ApplicationState? before, IApplicationFact fact)
    {
        if (before is not null)
        {
            return before;
        }

        pass.Note(FindingCodes.ApplicationUnknown, fact.Application.Value);
        return Begin(pass, fact, default);
    }

    /// <summary>Begins an application in the first stage of a pipeline.</summary>
    internal static ApplicationState Begin(FoldPass pass, IApplicationFact fact, PipelineKey asked)
    {
        var pipeline = pass.Rules.FindPipeline(asked);
        if (asked.IsAssigned && pipeline is null)
        {
            pass.Note(FindingCodes.PipelineUnknown, fact.Application.Value);
        }

        if (pipeline is not null)
        {
            pass.WorkOn(DefinitionKind.Pipeline, pipeline.Key.Value);
        }

        var state = new ApplicationState { Application = fact.Application, Pipeline = pipeline?.Key ?? asked, StageSince = pass.At };
        return pipeline is null ? state : StageWalk.Enter(pass, state, pipeline.Stages[0].Key);
    }
}
