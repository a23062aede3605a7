using CandidateCrm.Relationships;

namespace CandidateCrm.Applications;

/// <summary>Takes in what happens to an application and mostly moves it nowhere: interviews and offers. What is told of one that has ended is kept for the case that it goes on.</summary>
internal static class NoticeStep
{
    internal static ApplicationState? Interview(FoldPass pass, ApplicationState? before, IInterviewFact fact)
    {
        var state = Notice(pass, before, fact);
        return state.Status == ApplicationStatus.Removed ? state : Kept(InterviewStep.Take(pass, state, fact));
    }

    internal static ApplicationState? Offer(FoldPass pass, ApplicationState? before, IOfferFact fact)
    {
        if (before is not null && MeansThatItIsLive(before, fact))
        {
            return OfferStep.Take(pass, ApplicationBirth.Begin(pass, ApplicationBirth.Alive(pass, before, fact)), fact);
        }

        var state = Notice(pass, before, fact);
        return state.Status == ApplicationStatus.Removed ? state : Kept(OfferStep.Take(pass, state, fact));
    }

    /// <summary>Nobody gets an offer, and nobody accepts one, on what was never submitted: whatever was told before, such an application is live.</summary>
    private static bool MeansThatItIsLive(ApplicationState before, IOfferFact fact) =>
        before.Status is ApplicationStatus.Draft or ApplicationStatus.Abandoned or ApplicationStatus.Prospect && fact is OfferMade or OfferAccepted;

    /// <summary>Returns the application as it is: what is told of one that is not live is reported. People talk with prospects as well.</summary>
    private static ApplicationState Notice(FoldPass pass, ApplicationState? before, IApplicationFact fact)
    {
        if (before is not (null or { Status: ApplicationStatus.Live or ApplicationStatus.Prospect }) && !AfterTheEnd.IsClearing(before, fact))
        {
            pass.Note(ApplicationBirth.CodeOf(before.Status), fact.Application.Value);
        }

        return ApplicationBirth.Existing(pass, before, fact);
    }

    private static ApplicationState Kept(ApplicationState state) => state.Ending is null ? state : ApplicationRest.Of(state);
}
