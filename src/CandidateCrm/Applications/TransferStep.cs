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
        var known = before is { Status: ApplicationStatus.Removed } ? ApplicationBirth.Alive(pass, before, fact) : before;
        if (known is not null && known.Aliases.Contains(fact.Duplicate))
        {
            pass.Notes.IsRepetition = true;
            return known;
        }

        var gone = pass.Draft.Applications?.Find(fact.Duplicate);
        var state = ApplicationBirth.Existing(pass, known, fact);
        if (gone is null)
        {
            pass.Note(FindingCodes.ApplicationReferenceUnknown, $"{fact.Application}:{fact.Duplicate}");
            return state with { Aliases = state.Aliases.Add(fact.Duplicate) };
        }

        if (gone.Application == state.Application)
        {
            // The duplicate was told as the one that stays, the other way round: they are one already.
            pass.Notes.IsRepetition = true;
            return state;
        }

        return Filled(SameApplication.Take(pass, state, gone.Application), gone);
    }

    /// <summary>Fills in what the one that stays did not know.</summary>
    private static ApplicationState Filled(ApplicationState stays, ApplicationState gone) => stays with
    {
        Requisition = stays.Requisition.IsAssigned ? stays.Requisition : gone.Requisition,
        Source = stays.Source.IsAssigned ? stays.Source : gone.Source,
        SubmittedAt = stays.SubmittedAt is { } own && gone.SubmittedAt is { } other ? NodaTime.Instant.Min(own, other) : stays.SubmittedAt ?? gone.SubmittedAt,
        Interviews = stays.Ending is null ? [.. stays.Interviews, .. gone.Interviews.Where(interview => stays.Find(interview.Interview) is null)] : stays.Interviews,
        Offer = stays.Ending is null ? stays.Offer ?? gone.Offer : stays.Offer,
        RefusedAt = stays.RefusedAt > gone.RefusedAt ? stays.RefusedAt : gone.RefusedAt ?? stays.RefusedAt,
        AskedAt = stays.AskedAt > gone.AskedAt ? stays.AskedAt : gone.AskedAt ?? stays.AskedAt,
        Asks = Math.Max(stays.Asks, gone.Asks),
        Ending = stays.Ending is { } ending && gone.RefusedAt >= ending.At ? ending with { News = EndingNews.Told } : stays.Ending,
        Family = stays.Family.IsAssigned || stays.Requisition.IsAssigned ? stays.Family : gone.Family,
        Numbers = Math.Max(ApplicationClocks.HighestNumber(stays), ApplicationClocks.HighestNumber(gone)),
        Follows = stays.Follows.IsAssigned || gone.Follows == stays.Application ? stays.Follows : gone.Follows,
    };

    /// <summary>Enters the stage of the new opening that is the same by key or category, or else its first.</summary>
    private static ApplicationState Placed(FoldPass pass, ApplicationState moved, ReasonCode reason)
    {
        if (pass.Rules.FindPipeline(moved.Pipeline, moved.Requisition) is not { } pipeline)
        {
            return ApplicationBirth.Begin(pass, moved);
        }

        var entered = StageWalk.Enter(pass, moved with { Pipeline = pipeline.Key }, new StageEntry(Like(pipeline, moved.Stage, moved.Category).Key, Reason: reason));
        return pipeline.IndexOf(moved.Furthest) >= 0 ? entered : entered with { Furthest = entered.Stage, FurthestCategory = entered.Category };
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
