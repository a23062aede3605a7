using System.Collections.Frozen;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;

namespace CandidateCrm.Timeline;

/// <summary>The entries that this version knows: the one list of wire names and versions.</summary>
public static class EntryTypes
{
    private static readonly EntryType[] Known =
    [
        new(typeof(CandidateFound), "candidate.found"),
        new(typeof(RelationshipOpened), "relationship.opened"),
        new(typeof(TouchpointRecorded), "touchpoint.recorded"),
        new(typeof(CustomFact), "host.custom"),
        new(typeof(ApplicationSubmitted), "application.submitted"),
        new(typeof(StageEntered), "application.stage_entered"),
        new(typeof(InterviewHeld), "interview.held"),
        new(typeof(InterviewSlotsOffered), "interview.slots_offered"),
        new(typeof(InterviewScheduled), "interview.scheduled"),
        new(typeof(InterviewRescheduled), "interview.rescheduled"),
        new(typeof(InterviewCancelled), "interview.cancelled"),
        new(typeof(InterviewMissed), "interview.missed"),
        new(typeof(FeedbackGiven), "feedback.given"),
        new(typeof(FeedbackWithdrawn), "feedback.withdrawn"),
        new(typeof(OfferPrepared), "offer.prepared"),
        new(typeof(OfferMade), "offer.made"),
        new(typeof(OfferAccepted), "offer.accepted"),
        new(typeof(OfferDeclined), "offer.declined"),
        new(typeof(OfferWithdrawn), "offer.withdrawn"),
        new(typeof(OfferExpired), "offer.expired"),
        new(typeof(OfferRemoved), "offer.removed"),
        new(typeof(ApplicationEnded), "application.ended"),
        new(typeof(ApplicationReopened), "application.reopened"),
        new(typeof(CandidateHired), "application.hired"),
        new(typeof(RequisitionClosed), "requisition.closed"),
        new(typeof(ApplicationDrafted), "application.drafted"),
        new(typeof(ApplicationAbandoned), "application.abandoned"),
        new(typeof(ProspectAdded), "application.prospect_added"),
        new(typeof(ProspectConverted), "application.prospect_converted"),
        new(typeof(ApplicationTransferred), "application.transferred"),
        new(typeof(ApplicationCopied), "application.copied"),
        new(typeof(ApplicationsMerged), "application.merged"),
        new(typeof(ApplicationRemoved), "application.removed"),
        new(typeof(ApplicationReviewed), "application.reviewed"),
        new(typeof(EmploymentEnded), "lifecycle.employment_ended"),
        new(typeof(StartDateMoved), "application.start_date_moved"),
        new(typeof(RoleTaken), "lifecycle.role_taken"),
        new(typeof(RoleLeft), "lifecycle.role_left"),
        new(typeof(CandidateSnoozed), "candidate.snoozed"),
        new(typeof(SnoozeEnded), "candidate.snooze_ended"),
        new(typeof(ContactBarred), "candidate.contact_barred"),
        new(typeof(ContactBarLifted), "candidate.contact_bar_lifted"),
        new(typeof(CandidateMerged), "candidate.merged"),
        new(typeof(CandidateUnmerged), "candidate.unmerged"),
        new(typeof(CandidateErased), "candidate.erased"),
        new(typeof(AvailabilityStated), "candidate.availability_stated"),
        new(typeof(InterestStated), "candidate.interest_stated"),
        new(typeof(SegmentMembershipDecided), "segment.membership_decided"),
        new(typeof(AttributesChanged), "candidate.attributes_changed"),
        new(typeof(FactsRetracted), "timeline.facts_retracted"),
        new(typeof(WaitingBegan), "charter.waiting_began"),
        new(typeof(WaitingEnded), "charter.waiting_ended"),
        new(typeof(ContactPromised), "charter.contact_promised"),
        new(typeof(RebaseOrdered), "charter.rebase_ordered"),
        new(typeof(DueTold), "charter.due_told"),
        new(typeof(TaskClosed), "task.closed"),
        new(typeof(EventIdReused), "timeline.event_id_reused"),
        new(typeof(EffectDone), "effect.done"),
        new(typeof(EffectSkipped), "effect.skipped"),
        new(typeof(PastCorrected), "timeline.past_corrected"),
        new(typeof(EffectWithheld), "effect.withheld"),
        new(typeof(FindingNoted), "timeline.finding_noted"),
        new(typeof(PositionClosedFor), "applications.position_closed_for"),
        new(typeof(RefusalDue), "applications.refusal_due"),
        new(typeof(DraftAbandoned), "applications.draft_abandoned"),
        new(typeof(CandidateReturned), "applications.candidate_returned"),
        new(typeof(PhaseChanged), "lifecycle.phase_changed"),
        new(typeof(InterviewApproaching), "interview.approaching"),
        new(typeof(InterviewBookingLapsed), "interview.booking_lapsed"),
        new(typeof(OfferLapsed), "offer.lapsed"),
        new(typeof(RoleBegan), "lifecycle.role_began"),
        new(typeof(RoleEnded), "lifecycle.role_ended"),
        new(typeof(OnboardingCheckInDue), "lifecycle.check_in_due"),
        new(typeof(SnoozeOver), "lifecycle.snooze_over"),
        new(typeof(AvailabilityChanged), "candidate.availability_changed"),
        new(typeof(InterestChanged), "candidate.interest_changed"),
        new(typeof(SegmentEntered), "segment.entered"),
        new(typeof(SegmentLeft), "segment.left"),
        new(typeof(PromiseOpened), "charter.promise_opened"),
        new(typeof(PromiseKept), "charter.promise_kept"),
        new(typeof(PromiseBroken), "charter.promise_broken"),
        new(typeof(PromiseFulfilledLate), "charter.promise_fulfilled_late"),
        new(typeof(PromiseVoided), "charter.promise_voided"),
        new(typeof(PromisePaused), "charter.promise_paused"),
        new(typeof(PromiseResumed), "charter.promise_resumed"),
        new(typeof(PromiseWarned), "charter.promise_warned"),
        new(typeof(PromiseEscalated), "charter.promise_escalated"),
        new(typeof(PromiseRebased), "charter.promise_rebased"),
        new(typeof(PromiseDueMoved), "charter.promise_due_moved"),
        new(typeof(PromiseVerdictChanged), "charter.promise_verdict_changed"),
        new(typeof(BandChanged), "engagement.band_changed"),
        new(typeof(PublicStatusChanged), "applications.public_status_changed"),
    ];

    private static readonly FrozenDictionary<Type, EntryType> ByType = Known.ToFrozenDictionary(t => t.Type);

    private static readonly FrozenDictionary<string, EntryType> ByName =
        Known.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>Gets the known entries, facts first.</summary>
    public static IReadOnlyList<EntryType> All => Known;

    /// <summary>Returns the wire name of an entry.</summary>
    public static string NameOf(ITimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry is UnknownEntry unknown ? unknown.Name : NameOf(entry.GetType());
    }

    /// <summary>Returns the wire name of a type of entry.</summary>
    /// <exception cref="ArgumentException">The type is none of the library's; hosts say <see cref="CustomFact"/>.</exception>
    public static string NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return ByType.TryGetValue(type, out var known)
            ? known.Name
            : throw new ArgumentException($"{type.Name} is not an entry of the library; a host's own facts are custom facts.", nameof(type));
    }

    /// <summary>Says whether a type is an entry that this version knows.</summary>
    internal static bool IsKnown(Type type) => ByType.ContainsKey(type);

    /// <summary>Finds the entry of a wire name and version, or null where this version does not know it.</summary>
    internal static EntryType? Find(string name, int version) =>
        ByName.TryGetValue(name, out var known) && known.Version == version ? known : null;

    /// <summary>Finds the entry of a type.</summary>
    internal static EntryType Of(Type type) => ByType[type];
}
