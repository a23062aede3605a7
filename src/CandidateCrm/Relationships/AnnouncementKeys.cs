using System.Collections.Frozen;
using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>How announcements are named: by what changed and its number, never by when or why. What has no row cannot be announced.</summary>
internal static class AnnouncementKeys
{
    private const string Whole = "*";

    private static readonly FrozenDictionary<Type, Func<IDerivedEvent, EffectKey>> ByType = new Dictionary<Type, Func<IDerivedEvent, EffectKey>>
    {
        [typeof(PhaseChanged)] = e => new EffectKey("lifecycle", Whole, ((PhaseChanged)e).Ordinal, "announce.phase_changed"),
        [typeof(RoleBegan)] = e => new EffectKey(((RoleBegan)e).Role.Value, Whole, ((RoleBegan)e).Ordinal, "announce.role_began"),
        [typeof(RoleEnded)] = e => new EffectKey(((RoleEnded)e).Role.Value, Whole, ((RoleEnded)e).Ordinal, "announce.role_ended"),
        [typeof(OnboardingCheckInDue)] = e => Of((OnboardingCheckInDue)e),
        [typeof(SnoozeOver)] = e => new EffectKey("snooze", Whole, ((SnoozeOver)e).Ordinal, "announce.snooze_over"),
        [typeof(AvailabilityChanged)] = e => new EffectKey("availability", Whole, ((AvailabilityChanged)e).Ordinal, "announce.availability_changed"),
        [typeof(InterestChanged)] = e => new EffectKey("interest", Whole, ((InterestChanged)e).Ordinal, "announce.interest_changed"),
        [typeof(SegmentEntered)] = e => new EffectKey(((SegmentEntered)e).Segment.Value, Whole, ((SegmentEntered)e).Ordinal, "announce.segment_entered"),
        [typeof(SegmentLeft)] = e => new EffectKey(((SegmentLeft)e).Segment.Value, Whole, ((SegmentLeft)e).Ordinal, "announce.segment_left"),
        [typeof(PositionClosedFor)] = e => new EffectKey("applications", ((PositionClosedFor)e).Application.Value, ((PositionClosedFor)e).Ordinal, "announce.position_closed_for"),
        [typeof(RefusalDue)] = e => new EffectKey("applications", ((RefusalDue)e).Application.Value, ((RefusalDue)e).Ordinal, "announce.refusal_due"),
        [typeof(PastCorrected)] = e => new EffectKey("timeline", Whole, ((PastCorrected)e).Ordinal, "announce.past_corrected"),
        [typeof(BandChanged)] = e => new EffectKey(((BandChanged)e).Score.Value, Whole, ((BandChanged)e).Ordinal, "announce.band_changed"),
        [typeof(PublicStatusChanged)] = e => new EffectKey("applications", ((PublicStatusChanged)e).Application.Value, ((PublicStatusChanged)e).Ordinal, "announce.public_status_changed"),
        [typeof(InterviewApproaching)] = e => Of((InterviewApproaching)e),
        [typeof(InterviewBookingLapsed)] = e => Of((InterviewBookingLapsed)e),
        [typeof(OfferLapsed)] = e => new EffectKey("applications", ((OfferLapsed)e).Application.Value, ((OfferLapsed)e).Ordinal, "announce.offer_lapsed"),
        [typeof(DraftAbandoned)] = e => new EffectKey("applications", ((DraftAbandoned)e).Application.Value, ((DraftAbandoned)e).Ordinal, "announce.draft_abandoned"),
        [typeof(CandidateReturned)] = e => new EffectKey("applications", ((CandidateReturned)e).Application.Value, 1, "announce.candidate_returned"),
        [typeof(PromiseOpened)] = e => Of(((PromiseOpened)e).Promise, "announce.promise_opened"),
        [typeof(PromiseKept)] = e => Of(((PromiseKept)e).Promise, "announce.promise_kept"),
        [typeof(PromiseBroken)] = e => Of(((PromiseBroken)e).Promise, "announce.promise_broken"),
        [typeof(PromiseFulfilledLate)] = e => Of(((PromiseFulfilledLate)e).Promise, "announce.promise_fulfilled_late"),
        [typeof(PromiseVoided)] = e => Of(((PromiseVoided)e).Promise, "announce.promise_voided"),
        [typeof(PromisePaused)] = e => Of(((PromisePaused)e).Promise, "announce.promise_paused", ((PromisePaused)e).Number),
        [typeof(PromiseResumed)] = e => Of(((PromiseResumed)e).Promise, "announce.promise_resumed", ((PromiseResumed)e).Number),
        [typeof(PromiseWarned)] = e => Of(((PromiseWarned)e).Promise, $"announce.promise_warned.{((PromiseWarned)e).Level}", ((PromiseWarned)e).Step),
        [typeof(PromiseEscalated)] = e => Of(((PromiseEscalated)e).Promise, $"announce.promise_escalated.{((PromiseEscalated)e).Level}", ((PromiseEscalated)e).Step),
        [typeof(PromiseRebased)] = e => Of(((PromiseRebased)e).Promise, "announce.promise_rebased", ((PromiseRebased)e).Number),
        [typeof(PromiseDueMoved)] = e => Of(((PromiseDueMoved)e).Promise, "announce.promise_due_moved", ((PromiseDueMoved)e).Number),
        [typeof(PromiseVerdictChanged)] = e => Of(((PromiseVerdictChanged)e).Promise, "announce.promise_verdict_changed", ((PromiseVerdictChanged)e).Ordinal),
    }.ToFrozenDictionary();

    /// <summary>Gets the wire names of the events that can be announced.</summary>
    internal static IReadOnlySet<string> Announceable { get; } = ByType.Keys.Select(EntryTypes.NameOf).ToFrozenSet(StringComparer.Ordinal);

    internal static EffectKey? Of(IDerivedEvent derived) => ByType.TryGetValue(derived.GetType(), out var key) ? key(derived) : null;

    // The same reminder may be about two interviews of one application: their dates are counted apart.
    private static EffectKey Of(InterviewApproaching near) =>
        new(near.Reminder.Value, InterviewSubject.Of(near.Application, near.Interview), near.Ordinal, "announce.interview_approaching");

    private static EffectKey Of(InterviewBookingLapsed lapsed) =>
        new("applications", InterviewSubject.Of(lapsed.Application, lapsed.Interview), lapsed.Ordinal, "announce.interview_booking_lapsed");
    private static EffectKey Of(OnboardingCheckInDue due) => new(OnboardingStep.RuleOf(due.Day), due.Application.Value, due.Ordinal, "announce.check_in_due");

    // The number is of the promise's own events, so it stands in the part: the ordinal is that of the promise.
    private static EffectKey Of(PromiseKey key, string part, int number) => Of(key, string.Create(CultureInfo.InvariantCulture, $"{part}.{number}"));

    private static EffectKey Of(PromiseKey key, string part) => new(key.Expectation.Value, key.Subject, key.Ordinal, part);
}
