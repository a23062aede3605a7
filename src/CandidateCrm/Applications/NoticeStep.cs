using CandidateCrm.Relationships;

namespace CandidateCrm.Applications;

/// <summary>Takes in what happens to an application and moves it nowhere: interviews and offers.</summary>
internal static class NoticeStep
{
    internal static ApplicationState? Interview(FoldPass pass, ApplicationState? before, IInterviewFact fact)
    {
        var state = Notice(pass, before, fact);
        return IsOpen(state) ? InterviewStep.Take(pass, state, fact) : before;
    }

    internal static ApplicationState? Offer(FoldPass pass, ApplicationState? before, IOfferFact fact)
    {
        var state = Notice(pass, before, fact);
        return IsOpen(state) ? OfferStep.Take(pass, state, fact) : before;
    }

    /// <summary>Returns the application as it is: what is told of one that is not live is reported.</summary>
    private static ApplicationState Notice(FoldPass pass, ApplicationState? before, IApplicationFact fact)
    {
        if (before is not null && !IsOpen(before) && !AfterTheEnd.IsClearing(before, fact))
        {
            pass.Note(ApplicationBirth.CodeOf(before.Status), fact.Application.Value);
        }

        return ApplicationBirth.Existing(pass, before, fact);
    }

    /// <summary>People talk with prospects as well.</summary>
    private static bool IsOpen(ApplicationState state) => state.Status is ApplicationStatus.Live or ApplicationStatus.Prospect;
}
