using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Takes in moves.</summary>
internal static class StageStep
{
    internal static ApplicationState Enter(FoldPass pass, ApplicationState? before, StageEntered fact)
    {
        var state = Revived(pass, before, fact);
        return StageWalk.Enter(pass, state, fact.Stage);
    }

    /// <summary>Returns the application, alive: a move of an ended one re-opens it.</summary>
    private static ApplicationState Revived(FoldPass pass, ApplicationState? before, StageEntered fact)
    {
        var state = ApplicationBirth.Existing(pass, before, fact);
        if (state.IsLive)
        {
            return state;
        }

        pass.Note(FindingCodes.ApplicationEndedAlready, fact.Application.Value);
        return StageWalk.Revive(state);
    }
}
