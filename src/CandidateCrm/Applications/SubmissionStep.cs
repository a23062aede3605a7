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
        var told = Filled(pass, before, fact);
        if (before.SubmittedAt is not null)
        {
            pass.Notes.IsRepetition = true;
            pass.Note(FindingCodes.ApplicationResubmitted, fact.Application.Value);
            return told;
        }

        told = told with { SubmittedAt = pass.At };
        return told.IsLive ? Linked(pass, told) : told;
    }

    /// <summary>
    /// Fills in what nobody told before, and moves nothing back: later facts came first on the line. As long as neither a submission nor an opening was told the pipeline is no more than the
    /// tenant's default, so that one that is named takes its place.
    /// </summary>
    private static ApplicationState Filled(FoldPass pass, ApplicationState before, ApplicationSubmitted fact)
    {
        var isDefault = !before.Pipeline.IsAssigned || (before.SubmittedAt is null && !before.Requisition.IsAssigned);
        var names = isDefault && fact.Pipeline.IsAssigned && fact.Pipeline != before.Pipeline;
        if (names && pass.Rules.FindPipeline(fact.Pipeline, fact.Requisition) is null)
        {
            pass.Note(FindingCodes.PipelineUnknown, fact.Application.Value);
            names = !before.Pipeline.IsAssigned;
        }

        return before with
        {
            Requisition = before.Requisition.IsAssigned ? before.Requisition : fact.Requisition,
            Family = before.Family.IsAssigned || (before.Requisition.IsAssigned && before.Requisition != fact.Requisition) ? before.Family : fact.Family,
            Pipeline = names ? fact.Pipeline : before.Pipeline,
            Source = before.Source.IsAssigned ? before.Source : fact.Source,
        };
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
