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

    /// <summary>A requisition was closed while an offer to the candidate stood; the application stays live until a person decides.</summary>
    public const string ClosedWithOffer = "requisition.closed_with_offer";

    /// <summary>The lifecycle does not know the move that a fact asks for; the phase stays.</summary>
    public const string PhaseRefused = "lifecycle.phase_refused";

    /// <summary>A due time could not be computed: the calendar has no open time within its horizon.</summary>
    public const string NoOpenTime = "charter.no_open_time";

    /// <summary>An effect was handed over, but the corrected past does not want it. A person sees it; nothing is recalled.</summary>
    public const string EffectUnfounded = "effect.unfounded";

    /// <summary>A feature failed on an event; its slice stays at its last good state.</summary>
    public const string FeatureFaulted = "feature.faulted";
}
