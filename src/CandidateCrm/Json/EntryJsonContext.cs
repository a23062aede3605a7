using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>The shapes of entries, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(HostTextConverter<SourceCode>), typeof(HostTextConverter<Channel>), typeof(HostTextConverter<TouchKind>),
        typeof(HostTextConverter<FactCode>), typeof(HostTextConverter<JobApplicationId>), typeof(HostTextConverter<RequisitionId>),
        typeof(HostTextConverter<InterviewId>), typeof(HostTextConverter<InterviewRound>), typeof(HostTextConverter<FeedbackVerdict>), typeof(HostTextConverter<CriterionCode>),
        typeof(HostTextConverter<ReminderKey>), typeof(HostTextConverter<OfferId>), typeof(HostTextConverter<PersonId>), typeof(HostTextConverter<StageKey>), typeof(HostTextConverter<PipelineKey>),
        typeof(HostTextConverter<PublicStepKey>), typeof(HostTextConverter<ReasonCode>), typeof(HostTextConverter<ExpectationKey>), typeof(HostTextConverter<ScoreKey>),
        typeof(HostTextConverter<BandKey>), typeof(HostTextConverter<BatchId>), typeof(HostTextConverter<Phase>), typeof(EventIdConverter), typeof(InstantConverter),
        typeof(DurationConverter), typeof(LocalDateConverter), typeof(FactFieldConverter), typeof(AttributeValueConverter),
        typeof(PromiseKeyConverter), typeof(EffectKeyConverter), typeof(EnumWordConverter<Direction>), typeof(EnumWordConverter<Disposition>), typeof(EnumWordConverter<Absentee>),
        typeof(EnumWordConverter<StageCategory>), typeof(HostTextConverter<CandidateId>), typeof(HostTextConverter<CampaignCode>), typeof(HostTextConverter<PersonRole>),
        typeof(EnumWordConverter<Availability>), typeof(EnumWordConverter<InterestLevel>), typeof(EnumWordConverter<TouchAnswer>), typeof(HostTextConverter<RequisitionFamily>),
        typeof(EnumWordConverter<PromiseState>), typeof(HostTextConverter<PauseReason>), typeof(HostTextConverter<LevelKey>), typeof(HostTextConverter<StaffRole>),
        typeof(HostTextConverter<SegmentKey>), typeof(EnumWordConverter<SegmentDecision>), typeof(EnumWordConverter<SegmentChangeCause>),
    ])]
[JsonSerializable(typeof(CandidateFound))]
[JsonSerializable(typeof(RelationshipOpened))]
[JsonSerializable(typeof(TouchpointRecorded))]
[JsonSerializable(typeof(CustomFact))]
[JsonSerializable(typeof(ApplicationSubmitted))]
[JsonSerializable(typeof(StageEntered))]
[JsonSerializable(typeof(InterviewHeld))]
[JsonSerializable(typeof(InterviewSlotsOffered))]
[JsonSerializable(typeof(InterviewScheduled))]
[JsonSerializable(typeof(InterviewRescheduled))]
[JsonSerializable(typeof(InterviewCancelled))]
[JsonSerializable(typeof(InterviewMissed))]
[JsonSerializable(typeof(FeedbackGiven))]
[JsonSerializable(typeof(FeedbackWithdrawn))]
[JsonSerializable(typeof(OfferPrepared))]
[JsonSerializable(typeof(OfferMade))]
[JsonSerializable(typeof(OfferAccepted))]
[JsonSerializable(typeof(OfferDeclined))]
[JsonSerializable(typeof(OfferWithdrawn))]
[JsonSerializable(typeof(OfferExpired))]
[JsonSerializable(typeof(OfferRemoved))]
[JsonSerializable(typeof(InterviewApproaching))]
[JsonSerializable(typeof(InterviewBookingLapsed))]
[JsonSerializable(typeof(OfferLapsed))]
[JsonSerializable(typeof(ApplicationEnded))]
[JsonSerializable(typeof(ApplicationReopened))]
[JsonSerializable(typeof(CandidateHired))]
[JsonSerializable(typeof(RequisitionClosed))]
[JsonSerializable(typeof(ApplicationDrafted))]
[JsonSerializable(typeof(ApplicationAbandoned))]
[JsonSerializable(typeof(ProspectAdded))]
[JsonSerializable(typeof(ProspectConverted))]
[JsonSerializable(typeof(ApplicationTransferred))]
[JsonSerializable(typeof(ApplicationCopied))]
[JsonSerializable(typeof(ApplicationsMerged))]
[JsonSerializable(typeof(ApplicationRemoved))]
[JsonSerializable(typeof(EmploymentEnded))]
[JsonSerializable(typeof(StartDateMoved))]
[JsonSerializable(typeof(RoleTaken))]
[JsonSerializable(typeof(RoleLeft))]
[JsonSerializable(typeof(CandidateSnoozed))]
[JsonSerializable(typeof(SnoozeEnded))]
[JsonSerializable(typeof(ContactBarred))]
[JsonSerializable(typeof(ContactBarLifted))]
[JsonSerializable(typeof(CandidateMerged))]
[JsonSerializable(typeof(CandidateUnmerged))]
[JsonSerializable(typeof(CandidateErased))]
[JsonSerializable(typeof(AvailabilityStated))]
[JsonSerializable(typeof(InterestStated))]
[JsonSerializable(typeof(SegmentMembershipDecided))]
[JsonSerializable(typeof(AttributesChanged))]
[JsonSerializable(typeof(FactsRetracted))]
[JsonSerializable(typeof(TaskClosed))]
[JsonSerializable(typeof(EventIdReused))]
[JsonSerializable(typeof(EffectDone))]
[JsonSerializable(typeof(EffectSkipped))]
[JsonSerializable(typeof(PastCorrected))]
[JsonSerializable(typeof(EffectWithheld))]
[JsonSerializable(typeof(FindingNoted))]
[JsonSerializable(typeof(PublicStatusChanged))]
[JsonSerializable(typeof(PositionClosedFor))]
[JsonSerializable(typeof(RefusalDue))]
[JsonSerializable(typeof(ApplicationReviewed))]
[JsonSerializable(typeof(DraftAbandoned))]
[JsonSerializable(typeof(CandidateReturned))]
[JsonSerializable(typeof(PhaseChanged))]
[JsonSerializable(typeof(RoleBegan))]
[JsonSerializable(typeof(RoleEnded))]
[JsonSerializable(typeof(OnboardingCheckInDue))]
[JsonSerializable(typeof(SnoozeOver))]
[JsonSerializable(typeof(AvailabilityChanged))]
[JsonSerializable(typeof(InterestChanged))]
[JsonSerializable(typeof(SegmentEntered))]
[JsonSerializable(typeof(SegmentLeft))]
[JsonSerializable(typeof(PromiseOpened))]
[JsonSerializable(typeof(PromiseKept))]
[JsonSerializable(typeof(PromiseBroken))]
[JsonSerializable(typeof(PromiseFulfilledLate))]
[JsonSerializable(typeof(PromiseVoided))]
[JsonSerializable(typeof(WaitingBegan))]
[JsonSerializable(typeof(WaitingEnded))]
[JsonSerializable(typeof(ContactPromised))]
[JsonSerializable(typeof(RebaseOrdered))]
[JsonSerializable(typeof(DueTold))]
[JsonSerializable(typeof(PromisePaused))]
[JsonSerializable(typeof(PromiseResumed))]
[JsonSerializable(typeof(PromiseWarned))]
[JsonSerializable(typeof(PromiseEscalated))]
[JsonSerializable(typeof(PromiseRebased))]
[JsonSerializable(typeof(PromiseDueMoved))]
[JsonSerializable(typeof(PromiseVerdictChanged))]
[JsonSerializable(typeof(BandChanged))]
internal sealed partial class EntryJsonContext : JsonSerializerContext;
