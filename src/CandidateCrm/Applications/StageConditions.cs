namespace CandidateCrm.Applications;

/// <summary>Judges what a stage requires by what is known of an application. The one place where a condition is given its meaning.</summary>
internal static class StageConditions
{
    internal static bool IsMet(StageCondition condition, ApplicationState state) => condition switch
    {
        StageCondition.Submitted => state.SubmittedAt is not null,
        StageCondition.InterviewHeld => state.WasInterviewed || state.Interviews.Any(interview => interview.Status == InterviewStatus.Held),
        StageCondition.OfferMade => state.Offer?.MadeAt is not null,
        StageCondition.FeedbackComplete => IsMet(StageCondition.InterviewHeld, state) && state.Interviews.All(interview => interview.MissingFeedback().IsEmpty),
        StageCondition.OfferAccepted => state.Offer?.Status == OfferStatus.Accepted,
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "The condition is none of those defined."),
    };

    /// <summary>Returns the code under which findings and guards name a condition.</summary>
    internal static string Code(StageCondition condition) => condition switch
    {
        StageCondition.Submitted => "submitted",
        StageCondition.InterviewHeld => "interview-held",
        StageCondition.OfferMade => "offer-made",
        StageCondition.FeedbackComplete => "feedback-complete",
        StageCondition.OfferAccepted => "offer-accepted",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "The condition is none of those defined."),
    };

    /// <summary>Returns what has to hold, in words that complete «only where …».</summary>
    internal static string Words(StageCondition condition) => condition switch
    {
        StageCondition.Submitted => "the application was submitted",
        StageCondition.InterviewHeld => "an interview was held",
        StageCondition.OfferMade => "an offer was made",
        StageCondition.FeedbackComplete => "no interviewer owes feedback",
        StageCondition.OfferAccepted => "the offer was accepted",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "The condition is none of those defined."),
    };
}
