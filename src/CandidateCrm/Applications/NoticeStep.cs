using CandidateCrm.Relationships;

namespace CandidateCrm.Applications;

/// <summary>Takes in what happens to an application and moves it nowhere, such as interviews and offers.</summary>
internal static class NoticeStep
{
    internal static ApplicationState Interview(FoldPass pass, ApplicationState? before, InterviewHeld fact)
    {
        var state = Notice(pass, before, fact);
        return state.Status is ApplicationStatus.Ended or ApplicationStatus.Removed ? state : state with { InterviewedAt = pass.At };
    }

    internal static ApplicationState Offer(FoldPass pass, ApplicationState? before, OfferMade fact)
    {
        var state = Notice(pass, before, fact);
        return state.Status == ApplicationStatus.Removed ? state : state with { OfferedAt = pass.At };
    }

    /// <summary>Returns the application as it is: what is told of one that is not live is kept and reported.</summary>
    private static ApplicationState Notice(FoldPass pass, ApplicationState? before, IApplicationFact fact)
    {
        if (before is { Status: not (ApplicationStatus.Live or ApplicationStatus.Prospect) })
        {
            pass.Note(ApplicationBirth.CodeOf(before.Status), fact.Application.Value);
        }

        return ApplicationBirth.Existing(pass, before, fact);
    }
}
