namespace CandidateCrm.Applications;

/// <summary>What is told of an application that has ended, and contradicts nothing.</summary>
internal static class AfterTheEnd
{
    /// <summary>
    /// Says whether a fact only clears up: interviews that come to nothing, feedback that comes late, an offer that is over. An
    /// acceptance clears up where the candidate was hired; of anybody else it means that the application goes on.
    /// </summary>
    internal static bool IsClearing(ApplicationState ended, IApplicationFact fact) => fact switch
    {
        InterviewCancelled or FeedbackGiven or FeedbackWithdrawn => true,
        OfferDeclined or OfferWithdrawn or OfferExpired or OfferRemoved => true,
        OfferAccepted => ended.Ending?.Disposition == Disposition.Hired,
        _ => false,
    };
}
