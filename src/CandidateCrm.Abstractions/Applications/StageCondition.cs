namespace CandidateCrm.Applications;

/// <summary>What must be known of an application before it enters a stage. Judged by the state alone, so that the same facts always say the same.</summary>
public enum StageCondition
{
    /// <summary>It was submitted: a prospect who only moves through stages has not applied yet.</summary>
    Submitted = 0,

    /// <summary>At least one interview was held since it was submitted, re-opened or transferred.</summary>
    InterviewHeld = 1,

    /// <summary>An offer was made.</summary>
    OfferMade = 2,

    /// <summary>At least one interview was held, and no interviewer owes feedback.</summary>
    FeedbackComplete = 3,

    /// <summary>The offer was accepted.</summary>
    OfferAccepted = 4,
}
