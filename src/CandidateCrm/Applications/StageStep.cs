using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Takes in moves. A move of an ended application re-opens it; what breaks a rule of the pipeline is reported.</summary>
internal static class StageStep
{
    internal static ApplicationState Enter(FoldPass pass, ApplicationState? before, StageEntered fact)
    {
        var state = IsProspect(before) ? Again(pass, before!, fact) : ApplicationBirth.Alive(pass, before, fact);
        NoteBroken(pass, state, fact);
        return StageWalk.Enter(pass, state, new StageEntry(fact.Stage, fact.Category, fact.Reason));
    }

    private static bool IsProspect(ApplicationState? before) => before is { Status: ApplicationStatus.Prospect } or { Ending.From: ApplicationStatus.Prospect };

    private static ApplicationState Again(FoldPass pass, ApplicationState prospect, StageEntered fact)
    {
        if (prospect.Ending is null)
        {
            return prospect;
        }

        pass.Note(FindingCodes.ApplicationEndedAlready, fact.Application.Value);
        return StageWalk.Revive(prospect);
    }

    private static void NoteBroken(FoldPass pass, ApplicationState state, StageEntered fact)
    {
        if (pass.Rules.FindPipeline(state.Pipeline, state.Requisition) is not { } pipeline || pipeline.IndexOf(fact.Stage) is not (>= 0 and var place))
        {
            return;
        }

        if (MoveRules.OrderBroken(pipeline, state, place) is { } code)
        {
            pass.Note(code, $"{state.Application}:{fact.Stage}");
        }

        foreach (var condition in pipeline.Stages[place].Requires)
        {
            if (!StageConditions.IsMet(condition, state))
            {
                pass.Note(FindingCodes.ConditionUnmet, $"{state.Application}:{fact.Stage}:{StageConditions.Code(condition)}");
            }
        }
    }
}
