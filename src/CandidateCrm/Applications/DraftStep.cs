using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Takes in what comes before a submission: drafts, their silence and their end, and prospects.</summary>
internal static class DraftStep
{
    internal static ApplicationState Draft(FoldPass pass, ApplicationState? before, ApplicationDrafted fact)
    {
        if (before is not (null or { Status: ApplicationStatus.Draft or ApplicationStatus.Abandoned or ApplicationStatus.Removed }))
        {
            return Known(pass, before, fact);
        }

        var state = Before(pass, before, fact, ApplicationStatus.Draft);
        return WorkedOn(pass, state with
        {
            Requisition = fact.Requisition.IsAssigned ? fact.Requisition : state.Requisition,
            Source = fact.Source.IsAssigned ? fact.Source : state.Source,
        });
    }

    internal static ApplicationState AddProspect(FoldPass pass, ApplicationState? before, ProspectAdded fact)
    {
        if (before is not (null or { Status: ApplicationStatus.Removed }))
        {
            return Known(pass, before, fact);
        }

        return Before(pass, before, fact, ApplicationStatus.Prospect) with { Requisition = fact.Requisition, Family = fact.Family, Source = fact.Source, StageSince = pass.At };
    }

    internal static ApplicationState Abandon(FoldPass pass, ApplicationState? before, ApplicationAbandoned fact)
    {
        if (before is null)
        {
            pass.Note(FindingCodes.ApplicationUnknown, fact.Application.Value);
            before = new ApplicationState { Application = fact.Application, StageSince = pass.At, Status = ApplicationStatus.Draft };
        }

        if (before.Status != ApplicationStatus.Draft)
        {
            pass.Notes.IsRepetition = true;
            pass.Note(FindingCodes.ApplicationNotDraft, fact.Application.Value);
            return before;
        }

        return Abandon(pass, before);
    }

    /// <summary>Begins the silence of a draft anew.</summary>
    internal static ApplicationState WorkedOn(FoldPass pass, ApplicationState draft) => draft with
    {
        StageSince = pass.At,
        AbandonsAt = pass.Rules.FindPipeline(draft.Pipeline, draft.Requisition)?.AbandonsDraftsAfter is { } after ? pass.At + after : null,
    };

    /// <summary>Gives up a draft that was silent for too long by now.</summary>
    internal static ApplicationState Wait(FoldPass pass, ApplicationState draft) => Next(draft, pass.Draft.Candidate?.Holds) <= pass.At ? Abandon(pass, draft) : draft;

    /// <summary>Returns when a silent draft is given up; null for never. Somebody who is set aside is not silent, so that it waits until they are back.</summary>
    internal static Instant? Next(ApplicationState draft, CandidateHolds? holds) =>
        OverlayGate.OutreachFrom(holds) is { } back && draft.AbandonsAt < back ? back : draft.AbandonsAt;

    private static ApplicationState Abandon(FoldPass pass, ApplicationState draft)
    {
        pass.Raise(new DraftAbandoned { Application = draft.Application, SilentSince = draft.StageSince, Ordinal = draft.Reopenings + 1 });
        return draft with { Status = ApplicationStatus.Abandoned, AbandonsAt = null };
    }

    private static ApplicationState Before(FoldPass pass, ApplicationState? before, IApplicationFact fact, ApplicationStatus status)
    {
        if (before is null)
        {
            return new ApplicationState { Application = fact.Application, StageSince = pass.At, Status = status };
        }

        if (before.Status == ApplicationStatus.Removed)
        {
            pass.Note(FindingCodes.ApplicationRemovedAlready, fact.Application.Value);
        }

        return before with { Status = status, Reopenings = before.Reopenings + (before.Status == status ? 0 : 1) };
    }

    private static ApplicationState Known(FoldPass pass, ApplicationState before, IApplicationFact fact)
    {
        pass.Notes.IsRepetition = true;
        pass.Note(FindingCodes.ApplicationKnown, fact.Application.Value);
        return before;
    }
}
