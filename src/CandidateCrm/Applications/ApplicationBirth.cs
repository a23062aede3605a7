using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Makes the state of an application that was not known before, and of one that comes to life.</summary>
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
        return Begin(pass, new ApplicationState { Application = fact.Application, StageSince = pass.At });
    }

    /// <summary>Returns the application, alive. That it had ended, was deleted or was never submitted is reported.</summary>
    internal static ApplicationState Alive(FoldPass pass, ApplicationState? before, IApplicationFact fact)
    {
        var state = Existing(pass, before, fact);
        if (state.IsLive)
        {
            return state;
        }

        pass.Note(CodeOf(state.Status), fact.Application.Value);
        var revived = state.Status is ApplicationStatus.Ended or ApplicationStatus.Removed ? StageWalk.Revive(state) : state;
        return revived with { Status = ApplicationStatus.Live, AbandonsAt = null };
    }

    /// <summary>Returns what is to be said of an application that is not live.</summary>
    internal static string CodeOf(ApplicationStatus status) => status switch
    {
        ApplicationStatus.Ended => FindingCodes.ApplicationEndedAlready,
        ApplicationStatus.Removed => FindingCodes.ApplicationRemovedAlready,
        _ => FindingCodes.ApplicationNotSubmitted,
    };

    /// <summary>Begins an application in the first stage of its pipeline, unless it stands in one of its stages already.</summary>
    internal static ApplicationState Begin(FoldPass pass, ApplicationState state)
    {
        var asked = state.Pipeline;
        var pipeline = pass.Rules.FindPipeline(asked, state.Requisition);
        if (asked.IsAssigned && pipeline is null)
        {
            pass.Note(FindingCodes.PipelineUnknown, state.Application.Value);
        }

        if (pipeline is null)
        {
            return state;
        }

        pass.WorkOn(DefinitionKind.Pipeline, pipeline.Key.Value);
        var placed = state with { Pipeline = pipeline.Key };
        return state.Stage.IsAssigned && pipeline.IndexOf(state.Stage) >= 0
            ? placed
            : StageWalk.Enter(pass, placed, new StageEntry(pipeline.Stages[0].Key));
    }
}
