namespace CandidateCrm.Timeline;

/// <summary>The codes of findings and refusals. They never change.</summary>
public static class FindingCodes
{
    /// <summary>An event id came again with another rule part; the first won.</summary>
    public const string EventIdReused = "event.id_reused";

    /// <summary>An event is more than five minutes ahead of the clock; refused at the door.</summary>
    public const string EventInFuture = "event.in_future";

    /// <summary>An id of an event begins with the mark of ids that the library makes; refused at the door.</summary>
    public const string EventIdReserved = "event.id_reserved";

    /// <summary>A required id or code of a fact was never assigned, or a value is out of its range; refused at the door.</summary>
    public const string EventMalformed = "event.malformed";

    /// <summary>A fact names an application that was never submitted.</summary>
    public const string ApplicationUnknown = "application.unknown";

    /// <summary>An application was submitted again; the first submission stands.</summary>
    public const string ApplicationResubmitted = "application.resubmitted";

    /// <summary>A fact moved an application that had ended; it counts as re-opened.</summary>
    public const string ApplicationEndedAlready = "application.ended_already";

    /// <summary>An application that is live was re-opened.</summary>
    public const string ApplicationNotEnded = "application.not_ended";

    /// <summary>A fact names a stage that its pipeline does not have.</summary>
    public const string StageUnknown = "application.stage_unknown";

    /// <summary>An application names a pipeline that the tenant's rules do not have.</summary>
    public const string PipelineUnknown = "application.pipeline_unknown";

    /// <summary>An application ended without the reason that its disposition asks for.</summary>
    public const string ReasonMissing = "application.reason_missing";

    /// <summary>A fact names an interview that nothing was told of before.</summary>
    public const string InterviewUnknown = "interview.unknown";

    /// <summary>A fact moves an interview in a way that does not fit how it stands, such as holding one that was cancelled.</summary>
    public const string InterviewOutOfTurn = "interview.out_of_turn";

    /// <summary>Feedback came from somebody who does not interview.</summary>
    public const string FeedbackNotOnPanel = "feedback.not_on_panel";

    /// <summary>Feedback came for an interview that did not take place, or has not begun.</summary>
    public const string FeedbackNotHeld = "feedback.not_held";

    /// <summary>Feedback was taken back that nobody had given.</summary>
    public const string FeedbackUnknown = "feedback.unknown";

    /// <summary>A fact names an offer that the application does not have, or has no more.</summary>
    public const string OfferUnknown = "offer.unknown";

    /// <summary>An offer was made while another one waited for an answer, or was accepted; the newer one counts.</summary>
    public const string OfferAnotherLive = "offer.another_live";

    /// <summary>A fact moves an offer in a way that does not fit how it stands, such as accepting one that was declined.</summary>
    public const string OfferOutOfTurn = "offer.out_of_turn";

    /// <summary>An offer was answered after its time was over; the answer counts.</summary>
    public const string OfferAnsweredLate = "offer.answered_late";

    /// <summary>An offer came with a lower version than it had; the later fact counts.</summary>
    public const string OfferVersionOlder = "offer.version_older";

    /// <summary>The lifecycle does not know the move that a fact asks for; the phase stays.</summary>
    public const string PhaseRefused = "lifecycle.phase_refused";

    /// <summary>A due time could not be computed: the calendar has no open time within its horizon.</summary>
    public const string NoOpenTime = "charter.no_open_time";

    /// <summary>An effect was handed over, but the corrected past does not want it. A person sees it; nothing is recalled.</summary>
    public const string EffectUnfounded = "effect.unfounded";

    /// <summary>A feature failed on an event; its slice stays at its last good state.</summary>
    public const string FeatureFaulted = "feature.faulted";
}
