using CandidateCrm.Relationships;
using CandidateCrm.Rules;

namespace CandidateCrm.Audit;

/// <summary>The codes of <see cref="WhyNotReason"/>. They never change.</summary>
public static class WhyNotCodes
{
    /// <summary>Nothing was ever recorded of the candidate.</summary>
    public const string CandidateUnknown = "candidate.unknown";

    /// <summary>No entry of the activation log has the expectation.</summary>
    public const string ExpectationUnknown = "expectation.unknown";

    /// <summary>This version of the library cannot read the definition, so it was left out.</summary>
    public const string DefinitionLeftOut = "definition.left_out";

    /// <summary>The expectation was not in force at the instant of the fact.</summary>
    public const string ExpectationNotInForce = "expectation.not_in_force";

    /// <summary>The expectation was suspended at the instant of the fact.</summary>
    public const string DefinitionSuspended = "definition.suspended";

    /// <summary>The feature did not react at that instant: it was off, or a definition that it cannot do without was suspended.</summary>
    public const string FeatureOff = "feature.off";

    /// <summary>The feature had failed and rests until it is tried again.</summary>
    public const string FeatureFaulted = "feature.faulted";

    /// <summary>No fact was told that opens the promise; those that came nearest are named.</summary>
    public const string TriggerNone = "trigger.none";

    /// <summary>The fact that would open the promise was about something else.</summary>
    public const string TriggerOtherSubject = "trigger.other_subject";

    /// <summary>The fact that would open the promise was taken back.</summary>
    public const string TriggerRetracted = "trigger.retracted";

    /// <summary>The fact told nothing new.</summary>
    public const string TriggerRepetition = "trigger.repetition";

    /// <summary>The touchpoint says that nobody waits for an answer.</summary>
    public const string TriggerNeedsNoReply = "trigger.needs_no_reply";

    /// <summary>The opening was closed, but something is in the way of telling the candidate; the answer is promised as soon as nothing is.</summary>
    public const string TriggerAnswerWaits = "trigger.answer_waits";

    /// <summary>The application had ended.</summary>
    public const string ApplicationEnded = "application.ended";

    /// <summary>The application was never submitted: a draft, an abandoned one or a prospect.</summary>
    public const string ApplicationNotSubmitted = "application.not_submitted";

    /// <summary>The calendar has no open time within its horizon, so there is no due time.</summary>
    public const string NoOpenTime = "calendar.no_open_time";

    /// <summary>The promise was never opened; why follows.</summary>
    public const string PromiseNotOpened = "promise.not_opened";

    /// <summary>The promise is open and still has time.</summary>
    public const string PromiseOpen = "promise.open";

    /// <summary>The time of the promise stands still.</summary>
    public const string PromisePaused = "promise.paused";

    /// <summary>What the promise forbids happened.</summary>
    public const string PromiseBreached = "promise.breached";

    /// <summary>The promise was kept, so what follows from breaking it was not wanted.</summary>
    public const string PromiseKept = "promise.kept";

    /// <summary>The promise ended before its time, because its application ended or promises were switched off.</summary>
    public const string PromiseVoided = "promise.voided";

    /// <summary>The promise was fulfilled, but after it was due.</summary>
    public const string PromiseFulfilledLate = "promise.fulfilled_late";

    /// <summary>No fact was told while the promise was open that keeps it; those that came nearest are named.</summary>
    public const string EvidenceNone = "evidence.none";

    /// <summary>The evidence is from before the promise was opened.</summary>
    public const string EvidenceBeforeOpening = "evidence.before_opening";

    /// <summary>The evidence was about something else.</summary>
    public const string EvidenceOtherSubject = "evidence.other_subject";

    /// <summary>The evidence was taken back.</summary>
    public const string EvidenceRetracted = "evidence.retracted";

    /// <summary>The evidence told nothing new.</summary>
    public const string EvidenceRepetition = "evidence.repetition";

    /// <summary>No person did it, and only people may keep the promise.</summary>
    public const string EvidenceAutomatic = "evidence.automatic";

    /// <summary>No rule ever wanted such an effect.</summary>
    public const string EffectUnknown = "effect.unknown";

    /// <summary>The rules do not ask for a task when the promise breaks.</summary>
    public const string TaskNotAskedFor = "task.not_asked_for";

    /// <summary>A check-in was not due: nobody was hired, the first day of work is not known or lies ahead, the date was over when it was told, or the hire or the employment ended.</summary>
    public const string CheckInNotDue = "onboarding.not_due";

    /// <summary>The event that would be announced did not follow.</summary>
    public const string EventNotDerived = "event.not_derived";

    /// <summary>The event followed, but the rules do not announce it.</summary>
    public const string EventNotAnnounced = "event.not_announced";

    /// <summary>Its feature observed.</summary>
    public const string Observing = FeatureModes.Observing;

    /// <summary>It lies before the instant from which effects are handed over.</summary>
    public const string BeforeEffectsFrom = FeatureModes.BeforeEffectsFrom;

    /// <summary>An import wanted it, for the record only.</summary>
    public const string EffectImported = EffectSkipCodes.Imported;

    /// <summary>The rules want it, but no worker has written it yet.</summary>
    public const string EffectNotOnRecord = "effect.not_on_record";

    /// <summary>It is held by a pause that is in force; of several pauses each has its own reason.</summary>
    public const string EffectPaused = "effect.paused";

    /// <summary>It failed too often and waits for a person.</summary>
    public const string EffectParked = "effect.parked";

    /// <summary>It failed and will be tried again.</summary>
    public const string EffectRetried = "effect.retried";

    /// <summary>An older effect of the candidate comes first.</summary>
    public const string EffectBehindOlder = "effect.behind_older";

    /// <summary>Nothing stands in the way: a worker takes it at its next round.</summary>
    public const string EffectWaiting = "effect.waiting";

    /// <summary>It was skipped because it would have come too late.</summary>
    public const string EffectTooLate = EffectSkipCodes.TooLate;

    /// <summary>It is a task that was closed before it was opened, so it was skipped.</summary>
    public const string EffectOvertaken = EffectSkipCodes.Overtaken;

    /// <summary>A person gave it up.</summary>
    public const string EffectDropped = EffectSkipCodes.Dropped;

    /// <summary>It was skipped for another reason, which the sentence names.</summary>
    public const string EffectSkipped = "effect.skipped";

    /// <summary>The past was corrected, and the corrected one does not want it.</summary>
    public const string EffectCancelled = "effect.cancelled";
}
