using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Ends applications and takes endings back.</summary>
internal static class EndingStep
{
    internal static ApplicationState End(FoldPass pass, ApplicationState? before, ApplicationEnded fact) => End(pass, before, fact, fact.Disposition, fact.Reason);

    internal static ApplicationState Hire(FoldPass pass, ApplicationState? before, CandidateHired fact) => End(pass, before, fact, Disposition.Hired, default);

    internal static ApplicationState Reopen(FoldPass pass, ApplicationState? before, ApplicationReopened fact)
    {
        if (before is null)
        {
            return ApplicationBirth.Existing(pass, before, fact);
        }

        if (before.IsLive)
        {
            pass.Notes.IsRepetition = true;
            pass.Note(FindingCodes.ApplicationNotEnded, fact.Application.Value);
            return before;
        }

        return StageWalk.Restore(pass, before);
    }

    private static ApplicationState End(FoldPass pass, ApplicationState? before, IApplicationFact fact, Disposition disposition, ReasonCode reason)
    {
        if (before is { IsLive: false })
        {
            pass.Note(FindingCodes.ApplicationEndedAlready, fact.Application.Value);
            if (before.Ending!.Disposition == disposition)
            {
                pass.Notes.IsRepetition = true;
                return before;
            }
        }

        var state = ApplicationBirth.Existing(pass, before, fact);
        if (disposition is Disposition.Rejected or Disposition.Withdrew && !reason.IsAssigned)
        {
            pass.Note(FindingCodes.ReasonMissing, fact.Application.Value);
        }

        return state with
        {
            Visits = [],
            Ending = new ApplicationEnding { Disposition = disposition, Reason = reason, At = pass.At },
        };
    }
}
