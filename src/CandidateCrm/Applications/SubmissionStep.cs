using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Takes in submissions, and what comes to the same: a prospect who becomes an applicant, a copy.</summary>
internal static class SubmissionStep
{
    internal static ApplicationState Submit(FoldPass pass, ApplicationState? before, ApplicationSubmitted fact)
    {
        if (before is { Status: ApplicationStatus.Live or ApplicationStatus.Ended })
        {
            return Again(pass, before, fact);
        }

        if (SameApplication.Find(pass, fact) is { } first)
        {
            pass.Notes.IsRepetition = true;
            pass.Note(FindingCodes.ApplicationDoubleSubmitted, $"{fact.Application}:{first.Application}");
            return SameApplication.Take(pass, first, fact.Application);
        }

        var state = before ?? new ApplicationState { Application = fact.Application, StageSince = pass.At };
        if (state.Status == ApplicationStatus.Removed)
        {
            state = ApplicationBirth.Alive(pass, state, fact);
        }

        return Begin(pass, Told(state, fact));
    }

    internal static ApplicationState Convert(FoldPass pass, ApplicationState? before, ProspectConverted fact)
    {
        if (before is { IsLive: true })
        {
            pass.Notes.IsRepetition = true;
            pass.Note(FindingCodes.ApplicationNotProspect, fact.Application.Value);
            return before;
        }

        var state = before is { Status: ApplicationStatus.Prospect } ? before : ApplicationBirth.Alive(pass, before, fact);
        return Begin(pass, state with { Requisition = fact.Requisition, Family = fact.Family.IsAssigned ? fact.Family : state.Family, Pipeline = fact.Pipeline.IsAssigned ? fact.Pipeline : state.Pipeline });
    }

    internal static ApplicationState Copy(FoldPass pass, ApplicationState? before, ApplicationCopied fact)
    {
        if (before is not null)
        {
            pass.Notes.IsRepetition = true;
            pass.Note(FindingCodes.ApplicationKnown, fact.Application.Value);
            return before;
        }

        var from = pass.Draft.Applications?.Find(fact.From);
        if (from is null)
        {
            pass.Note(FindingCodes.ApplicationReferenceUnknown, $"{fact.Application}:{fact.From}");
        }

        return ApplicationBirth.Begin(pass, new ApplicationState
        {
            Application = fact.Application,
            Requisition = fact.Requisition,
            Family = fact.Family,
            Source = from?.Source ?? default,
            SubmittedAt = pass.At,
            StageSince = pass.At,
            Follows = from?.Application ?? default,
        });
    }

    private static ApplicationState Again(FoldPass pass, ApplicationState before, ApplicationSubmitted fact)
    {
        if (before.SubmittedAt is not null)
        {
            pass.Notes.IsRepetition = true;
            pass.Note(FindingCodes.ApplicationResubmitted, fact.Application.Value);
            return before;
        }

        // Later facts came first on the line: the submission fills in what they did not tell, and moves nothing back.
        var told = before with { Requisition = fact.Requisition, Family = fact.Family, SubmittedAt = pass.At, Source = fact.Source };
        return told.IsLive ? Linked(pass, told) : told;
    }

    private static ApplicationState Told(ApplicationState state, ApplicationSubmitted fact) => state with
    {
        Requisition = fact.Requisition.IsAssigned ? fact.Requisition : state.Requisition,
        Family = fact.Family.IsAssigned ? fact.Family : state.Family,
        Pipeline = fact.Pipeline.IsAssigned ? fact.Pipeline : state.Pipeline,
        Source = fact.Source.IsAssigned ? fact.Source : state.Source,
    };

    private static ApplicationState Begin(FoldPass pass, ApplicationState state) =>
        Linked(pass, ApplicationBirth.Begin(pass, state with { Status = ApplicationStatus.Live, AbandonsAt = null, SubmittedAt = pass.At }));

    /// <summary>Links an application to the one before it, once.</summary>
    private static ApplicationState Linked(FoldPass pass, ApplicationState state)
    {
        if (state.Follows.IsAssigned || EarlierApplication.Of(pass.Draft.Applications, state) is not { } previous)
        {
            return state;
        }

        pass.Raise(new CandidateReturned { Application = state.Application, Previous = previous.Application });
        return state with { Follows = previous.Application };
    }
}
