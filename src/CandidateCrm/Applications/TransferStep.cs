using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Takes in that applications go elsewhere: to another opening, or into one another.</summary>
internal static class TransferStep
{
    internal static ApplicationState Transfer(FoldPass pass, ApplicationState? before, ApplicationTransferred fact)
    {
        var state = ApplicationBirth.Existing(pass, before, fact);
        var moved = state with
        {
            Requisition = fact.Requisition,
            Family = fact.Family,
            Pipeline = fact.Pipeline.IsAssigned ? fact.Pipeline : state.Pipeline,
            FurthestHere = default,
        };
        switch (state.Status)
        {
            case ApplicationStatus.Live:
                return Placed(pass, moved, fact.Reason);
            case ApplicationStatus.Removed:
                pass.Note(FindingCodes.ApplicationRemovedAlready, fact.Application.Value);
                return state;
            case ApplicationStatus.Ended:
                pass.Note(FindingCodes.ApplicationEndedAlready, fact.Application.Value);
                return moved;
            default:
                return moved;
        }
    }

    internal static ApplicationState Merge(FoldPass pass, ApplicationState? before, ApplicationsMerged fact)
    {
        if (before is { Status: ApplicationStatus.Removed })
        {
            pass.Note(FindingCodes.ApplicationRemovedAlready, fact.Application.Value);
        }

        var gone = pass.Draft.Applications?.Find(fact.Duplicate);
        if (before is not null && (before.Aliases.Contains(fact.Duplicate) || gone == before))
        {
            // Told before, or the other way round: they are one already.
            pass.Notes.IsRepetition = true;
            return before;
        }

        if (gone is not null)
        {
            return SameApplication.Take(pass, before ?? Nameless(pass, fact), gone.Application);
        }

        pass.Note(FindingCodes.ApplicationReferenceUnknown, $"{fact.Application}:{fact.Duplicate}");
        var state = ApplicationBirth.Existing(pass, before, fact);
        return state.Application == fact.Duplicate ? state : state with { Aliases = state.Aliases.Add(fact.Duplicate) };
    }

    /// <summary>Returns an application of which nothing is known but its id: it is what the other one is.</summary>
    private static ApplicationState Nameless(FoldPass pass, ApplicationsMerged fact)
    {
        pass.Note(FindingCodes.ApplicationUnknown, fact.Application.Value);
        return new ApplicationState { Application = fact.Application, StageSince = pass.At, Status = ApplicationStatus.Removed };
    }

    /// <summary>Enters the stage of the new opening that is the same by key or category, or else its first.</summary>
    private static ApplicationState Placed(FoldPass pass, ApplicationState moved, ReasonCode reason)
    {
        if (pass.Rules.FindPipeline(moved.Pipeline, moved.Requisition) is not { } pipeline)
        {
            return ApplicationBirth.Begin(pass, moved);
        }

        return StageWalk.Enter(pass, moved with { Pipeline = pipeline.Key }, new StageEntry(Like(pipeline, moved.Stage, moved.Category).Key, Reason: reason));
    }

    private static Stage Like(PipelineDefinition pipeline, StageKey stage, StageCategory category)
    {
        if (pipeline.IndexOf(stage) is >= 0 and var place)
        {
            return pipeline.Stages[place];
        }

        return (category == StageCategory.Other ? null : pipeline.Stages.FirstOrDefault(each => each.Category == category)) ?? pipeline.Stages[0];
    }
}
