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

    /// <summary>A move leads back to an earlier stage, and its pipeline expects none such.</summary>
    public const string MoveBackward = "application.move_backward";

    /// <summary>A move passes over a stage that was never reached, and its pipeline expects none such.</summary>
    public const string MoveSkips = "application.move_skips";

    /// <summary>An application entered a stage without what the stage requires.</summary>
    public const string ConditionUnmet = "application.condition_unmet";

    /// <summary>What happens to submitted applications was told of a draft or a prospect.</summary>
    public const string ApplicationNotSubmitted = "application.not_submitted";

    /// <summary>A draft, a prospect or a copy was told under the id of an application that is further already; it stays as it is.</summary>
    public const string ApplicationKnown = "application.known_already";

    /// <summary>An application that is no draft was abandoned; it stays as it is.</summary>
    public const string ApplicationNotDraft = "application.not_draft";

    /// <summary>An application that is no prospect was converted.</summary>
    public const string ApplicationNotProspect = "application.not_prospect";

    /// <summary>The same person submitted for the same opening within minutes under another id: it is the same application.</summary>
    public const string ApplicationDoubleSubmitted = "application.double_submitted";

    /// <summary>A fact names an application that the host deleted.</summary>
    public const string ApplicationRemovedAlready = "application.removed_already";

    /// <summary>A fact refers to another application that was never told.</summary>
    public const string ApplicationReferenceUnknown = "application.reference_unknown";

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

    /// <summary>A requisition was closed while an offer to the candidate stood; the application stays live until a person decides.</summary>
    public const string ClosedWithOffer = "requisition.closed_with_offer";

    /// <summary>An application ended for a reason that the tenant's dispositions do not have.</summary>
    public const string ReasonUnknown = "application.reason_unknown";

    /// <summary>An application ended for a reason that belongs to other dispositions.</summary>
    public const string ReasonUnfit = "application.reason_unfit";

    /// <summary>An adverse decision was told without the person who answers for it.</summary>
    public const string AdverseNoHuman = "adverse.no_human";

    /// <summary>A person was named for an application that is no rejection without one; nothing changes.</summary>
    public const string ReviewUnneeded = "application.review_unneeded";

    /// <summary>Nobody told a candidate of our refusal for so long that no message is asked for any more.</summary>
    public const string RefusalStale = "refusal.stale";

    /// <summary>The lifecycle does not know the move that a fact asks for; the phase stays.</summary>
    public const string PhaseRefused = "lifecycle.phase_refused";

    /// <summary>Something was told of a person who is set aside until a date, and the lifecycle refuses it meanwhile; the phase stays.</summary>
    public const string Snoozed = "lifecycle.snoozed";

    /// <summary>Somebody approached a person who is not to be approached, or did something else that the lifecycle refuses meanwhile; the phase stays.</summary>
    public const string ContactBarred = "lifecycle.contact_barred";

    /// <summary>Something was told of a candidate who goes on under another one's id; the lifecycle did not react.</summary>
    public const string Merged = "lifecycle.merged";

    /// <summary>Something was told of a candidate who was erased; the lifecycle did not react.</summary>
    public const string Erased = "lifecycle.erased";

    /// <summary>A snooze, a ban on contact, a merge or an erasure was told that is there already, or ended that is not there; nothing changes.</summary>
    public const string OverlayUnchanged = "lifecycle.overlay_unchanged";

    /// <summary>A snooze is to end on a date that is not after its own; nobody is set aside.</summary>
    public const string SnoozeInPast = "lifecycle.snooze_in_past";

    /// <summary>A role was taken that is held already, left that is not, or one that follows from a hire or an employment; nothing changes.</summary>
    public const string RoleUnchanged = "lifecycle.role_unchanged";

    /// <summary>A first day of work was told of an application that led to no hire, or whose onboarding is over; nothing changes.</summary>
    public const string NotOnboarding = "lifecycle.not_onboarding";

    /// <summary>An attribute was told that the rules do not declare; it is kept.</summary>
    public const string AttributeUndeclared = "attribute.undeclared";

    /// <summary>An attribute was told with a value of another type than it is declared with; for rules it has no value.</summary>
    public const string AttributeTypeWrong = "attribute.type_wrong";

    /// <summary>An attribute was told that is declared as protected; the relationship does not keep it.</summary>
    public const string AttributeProtected = "attribute.protected";

    /// <summary>More than 100 attributes were told of one person that the rules do not declare; this one is left out.</summary>
    public const string AttributesTooMany = "attribute.too_many";

    /// <summary>A survey was answered with something that is no number; it is no moment of an experience.</summary>
    public const string SurveyAnswerInvalid = "survey.answer_invalid";

    /// <summary>A survey was answered with a number beyond its scale; it counts as the end of the scale.</summary>
    public const string SurveyAnswerOffScale = "survey.answer_off_scale";

    /// <summary>A due time could not be computed: the calendar has no open time within its horizon.</summary>
    public const string NoOpenTime = "charter.no_open_time";

    /// <summary>A fact that opens an appointment says no instant, or one that is over already; nothing is promised.</summary>
    public const string InstantPast = "charter.instant_past";

    /// <summary>A running promise was to go over to the rules in force, which do not have its expectation in that kind or give no due time; it stays as it is.</summary>
    public const string RebaseImpossible = "charter.rebase_impossible";

    /// <summary>A date was told of a promise that was never made; nothing changes.</summary>
    public const string PromiseUnknown = "promise.unknown";

    /// <summary>A due time was told that other zone data would not give; the promise keeps what was told.</summary>
    public const string ZoneDataDiffers = "zone_data.differs";

    /// <summary>An effect was handed over, but the corrected past does not want it. A person sees it; nothing is recalled.</summary>
    public const string EffectUnfounded = "effect.unfounded";

    /// <summary>A command asks for a feature that is switched off.</summary>
    public const string FeatureOff = "feature.off";

    /// <summary>A feature failed on an event; its slice stays at its last good state.</summary>
    public const string FeatureFaulted = "feature.faulted";

    /// <summary>Somebody decided by hand about a segment that the rules do not have.</summary>
    public const string SegmentUnknown = "segment.unknown";

    /// <summary>More than 100 decisions by hand about segments hold for one person; this one is left out.</summary>
    public const string SegmentDecisionsTooMany = "segment.decisions_too_many";
}
