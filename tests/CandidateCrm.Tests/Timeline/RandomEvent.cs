using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Timeline;

/// <summary>Events with every member set and unset, around one random entry of each type.</summary>
internal static class RandomEvent
{
    internal static TimelineEvent Of(Dice dice, ITimelineEntry entry) => new()
    {
        Relationship = new RelationshipKey(dice.Id<TenantId>(), dice.Id<CandidateId>()),
        Origin = dice.Coin ? default : CandidateId.From("another"),
        Id = dice.Coin ? dice.Id<EventId>() : dice.Coin ? EventId.Derived(dice.Text, 1 + dice.Below(256)) : EventId.Derived(new TimelinePlace(dice.Number, (byte)(dice.Coin ? 0 : 2)), 1 + dice.Below(256)),
        OccurredAt = dice.At,
        RecordedAt = dice.At,
        SourceOrder = dice.Number,
        Precision = dice.Word<Precision>(),
        Actor = dice.Below(5) switch { 0 => Actor.Host, 1 => Actor.Candidate, 2 => Actor.Of(dice.Id<PersonId>()), 3 => Actor.Provider, _ => Actor.Crm },
        Source = dice.Maybe<SourceCode>(),
        Correlation = dice.Maybe<CorrelationId>(),
        Batch = dice.Maybe<BatchId>(),
        Trust = dice.Word<Trust>(),
        Cause = dice.Maybe<EventId>(),
        Ordinal = dice.Below(3),
        Retracted = dice.Coin,
        Entry = entry,
        Personal = dice.Coin ? null : Personal(dice),
    };

    /// <summary>One of each type, and one of a kind that is not known.</summary>
    internal static IReadOnlyList<ITimelineEntry> Entries(Dice dice) =>
    [
        new CandidateFound { Source = dice.Code<SourceCode>(), Campaign = dice.Maybe<CampaignCode>() },
        Touch(dice),
        Custom(dice),
        new ApplicationSubmitted { Application = dice.Id<JobApplicationId>(), Requisition = dice.Maybe<RequisitionId>(), Pipeline = dice.Maybe<PipelineKey>(), Source = dice.Maybe<SourceCode>(), Family = dice.Maybe<RequisitionFamily>() },
        new StageEntered { Application = dice.Id<JobApplicationId>(), Stage = dice.Code<StageKey>(), Category = dice.Word<StageCategory>(), Reason = dice.Maybe<ReasonCode>() },
        new ApplicationEnded { Application = dice.Id<JobApplicationId>(), Disposition = (Disposition)dice.Below((int)Disposition.Hired), Reason = dice.Maybe<ReasonCode>() },
        new ApplicationReopened { Application = dice.Id<JobApplicationId>(), Stage = dice.Maybe<StageKey>(), Reason = dice.Maybe<ReasonCode>() },
        new CandidateHired { Application = dice.Id<JobApplicationId>(), StartsOn = dice.Coin ? null : new LocalDate(-400 + dice.Below(4_000), 2, 28) },
        new ApplicationDrafted { Application = dice.Id<JobApplicationId>(), Requisition = dice.Maybe<RequisitionId>(), Source = dice.Maybe<SourceCode>() },
        new ApplicationAbandoned { Application = dice.Id<JobApplicationId>() },
        new ProspectAdded { Application = dice.Id<JobApplicationId>(), Requisition = dice.Maybe<RequisitionId>(), Source = dice.Maybe<SourceCode>(), Family = dice.Maybe<RequisitionFamily>() },
        new ProspectConverted { Application = dice.Id<JobApplicationId>(), Requisition = dice.Id<RequisitionId>(), Pipeline = dice.Maybe<PipelineKey>(), Family = dice.Maybe<RequisitionFamily>() },
        new ApplicationTransferred { Application = dice.Id<JobApplicationId>(), Requisition = dice.Id<RequisitionId>(), Pipeline = dice.Maybe<PipelineKey>(), Reason = dice.Maybe<ReasonCode>(), Family = dice.Maybe<RequisitionFamily>() },
        new ApplicationCopied { Application = dice.Id<JobApplicationId>(), From = dice.Id<JobApplicationId>(), Requisition = dice.Id<RequisitionId>(), Family = dice.Maybe<RequisitionFamily>() },
        new ApplicationsMerged { Application = dice.Id<JobApplicationId>(), Duplicate = dice.Id<JobApplicationId>() },
        new ApplicationRemoved { Application = dice.Id<JobApplicationId>() },
        .. Interviews(dice),
        .. Offers(dice),
        new RequisitionClosed { Requisition = dice.Id<RequisitionId>(), Reason = dice.Code<ReasonCode>() },
        new EmploymentEnded(),
        new WaitingBegan { Application = dice.Maybe<JobApplicationId>(), Reason = dice.Code<PauseReason>() },
        new WaitingEnded { Application = dice.Maybe<JobApplicationId>(), Reason = dice.Code<PauseReason>() },
        new ContactPromised { Application = dice.Maybe<JobApplicationId>(), DueAt = dice.At },
        new RebaseOrdered { Expectation = dice.Code<ExpectationKey>(), Application = dice.Maybe<JobApplicationId>() },
        new DueTold { Promise = Promise(dice), DueAt = dice.At, ZoneDataVersion = dice.Coin ? null : dice.Text },
        new StartDateMoved { Application = dice.Id<JobApplicationId>(), StartsOn = Date(dice) },
        new RoleTaken { Role = dice.Code<PersonRole>() },
        new RoleLeft { Role = dice.Code<PersonRole>() },
        new CandidateSnoozed { Until = Date(dice), Reason = dice.Maybe<ReasonCode>() },
        new SnoozeEnded(),
        new ContactBarred { Reason = dice.Maybe<ReasonCode>() },
        new ContactBarLifted(),
        new CandidateMerged { Into = dice.Id<CandidateId>() },
        new CandidateUnmerged(),
        new CandidateErased(),
        new AvailabilityStated { Availability = dice.Word<Availability>() },
        new InterestStated { Level = dice.Word<InterestLevel>() },
        new SegmentMembershipDecided { Segment = dice.Code<SegmentKey>(), Decision = dice.Word<SegmentDecision>(), Reason = dice.Code<ReasonCode>() },
        Attributes(dice),
        new RelationshipOpened { Phase = dice.Maybe<Phase>(), PhaseSince = dice.Coin ? null : dice.At, LastInboundAt = dice.Coin ? null : dice.At, LastOutboundAt = dice.Coin ? null : dice.At, Touchpoints = dice.Below(3), Applications = Opening(dice) },
        new FactsRetracted { Events = dice.Coin ? [] : [dice.Id<EventId>(), dice.Id<EventId>()], Batch = dice.Maybe<BatchId>(), Reason = dice.Code<ReasonCode>() },
        new TaskClosed { Task = Effect(dice) },
        new PastCorrected { Ordinal = dice.Below(9), Retracted = dice.Below(9), Added = dice.Below(9), Cancelled = dice.Coin ? [] : [Effect(dice)], Unfounded = dice.Coin ? [] : [Effect(dice), Effect(dice)] },
        new EffectWithheld { Effect = Effect(dice), Reason = dice.Text },
        new EventIdReused { Reused = dice.Id<EventId>() },
        new EffectDone { Effect = Effect(dice) },
        new EffectSkipped { Effect = Effect(dice), Reason = dice.Text },
        new FindingNoted { Code = dice.Text, Subject = dice.Text },
        new PositionClosedFor { Application = dice.Id<JobApplicationId>(), Requisition = dice.Id<RequisitionId>(), Stage = dice.Maybe<StageKey>(), Category = dice.Word<StageCategory>(), Reason = dice.Code<ReasonCode>(), WaitsFor = dice.Coin ? null : RefusalCodes.OfferStands, Ordinal = dice.Below(9) },
        new ApplicationReviewed { Application = dice.Id<JobApplicationId>() },
        new RefusalDue
        {
            Application = dice.Id<JobApplicationId>(), Requisition = dice.Maybe<RequisitionId>(), Disposition = dice.Word<Disposition>(), Stage = dice.Maybe<StageKey>(), Category = dice.Word<StageCategory>(),
            Covers = [.. dice.Some(dice.Id<JobApplicationId>)], Ordinal = 1 + dice.Below(9),
        },
        new DraftAbandoned { Application = dice.Id<JobApplicationId>(), SilentSince = dice.At, Ordinal = 1 + dice.Below(9) },
        new CandidateReturned { Application = dice.Id<JobApplicationId>(), Previous = dice.Id<JobApplicationId>() },
        new PhaseChanged { From = dice.Maybe<Phase>(), To = dice.Code<Phase>(), Ordinal = dice.Below(9) },
        new RoleBegan { Role = dice.Code<PersonRole>(), Ordinal = dice.Below(9) },
        new RoleEnded { Role = dice.Code<PersonRole>(), Ordinal = dice.Below(9) },
        new OnboardingCheckInDue { Application = dice.Id<JobApplicationId>(), Day = dice.Below(99) - 50, On = Date(dice), Ordinal = dice.Below(9) },
        new SnoozeOver { Until = Date(dice), Ordinal = dice.Below(9) },
        new AvailabilityChanged { From = dice.Word<Availability>(), To = dice.Word<Availability>(), Ordinal = dice.Below(9) },
        new InterestChanged { From = dice.Word<InterestLevel>(), To = dice.Word<InterestLevel>(), Ordinal = dice.Below(9) },
        new SegmentEntered { Segment = dice.Code<SegmentKey>(), Version = dice.Below(9), At = dice.At, Cause = dice.Word<SegmentChangeCause>(), Ordinal = dice.Below(9) },
        new SegmentLeft { Segment = dice.Code<SegmentKey>(), Version = dice.Below(9), At = dice.At, Cause = dice.Word<SegmentChangeCause>(), Ordinal = dice.Below(9) },
        new PromiseOpened { Promise = Promise(dice), Version = dice.Below(9), DueAt = dice.MaybeAt },
        new PromiseKept { Promise = Promise(dice), OpenedAt = dice.At, WorkingTime = dice.Coin ? null : dice.Length() },
        new PromiseBroken { Promise = Promise(dice), DueAt = dice.At, ByBreach = dice.Coin },
        new PromiseFulfilledLate { Promise = Promise(dice), DueAt = dice.At, WallOverrun = dice.Length(), WorkingOverrun = dice.Length(), WorkingTime = dice.Coin ? dice.Length() : null },
        new PromiseVoided { Promise = Promise(dice), WasBroken = dice.Coin },
        new PromisePaused { Promise = Promise(dice), Reason = dice.Code<PauseReason>(), Remaining = dice.Length(), Number = dice.Below(9) },
        new PromiseResumed { Promise = Promise(dice), DueAt = dice.At, Paused = dice.Length(), ByTime = dice.Coin, Number = dice.Below(9) },
        new PromiseWarned { Promise = Promise(dice), Level = dice.Code<LevelKey>(), Step = dice.Below(9), To = dice.Maybe<StaffRole>(), DueAt = dice.At, NoticeAt = dice.At },
        new PromiseEscalated { Promise = Promise(dice), Level = dice.Code<LevelKey>(), Step = dice.Below(9), To = dice.Maybe<StaffRole>(), DueAt = dice.At, NoticeAt = dice.At },
        new PromiseRebased { Promise = Promise(dice), OldVersion = dice.Below(9), Version = dice.Below(9), OldDueAt = dice.At, DueAt = dice.At, Number = dice.Below(9) },
        new PromiseDueMoved { Promise = Promise(dice), ToldDueAt = dice.At, DueAt = dice.At, Number = dice.Below(9) },
        new PromiseVerdictChanged { Promise = Promise(dice), Old = dice.Word<PromiseState>(), New = dice.Word<PromiseState>(), Cause = dice.Id<EventId>(), Ordinal = dice.Below(9) },
        new BandChanged { Score = dice.Code<ScoreKey>(), From = dice.Maybe<BandKey>(), To = dice.Code<BandKey>(), Ordinal = dice.Below(9), ByDecay = dice.Coin },
        new PublicStatusChanged { Application = dice.Id<JobApplicationId>(), From = dice.Maybe<PublicStepKey>(), To = dice.Code<PublicStepKey>(), Reason = dice.Maybe<ReasonCode>(), Ordinal = dice.Below(9) },
        new UnknownEntry { Name = "later.kind", Version = 1 + dice.Below(9), Data = dice.Coin ? "{ \"b\":1.0,\"a\":[\"\\u00e4\"] }" : "null" },
    ];

    private static IEnumerable<ITimelineEntry> Interviews(Dice dice) =>
    [
        new InterviewSlotsOffered { Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>(), Until = dice.MaybeAt },
        new InterviewScheduled
        {
            Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>(), StartsAt = dice.At, EndsAt = dice.MaybeAt, Zone = dice.Coin ? null : "Europe/Berlin", Round = dice.Maybe<InterviewRound>(),
            Interviewers = [.. dice.Some(dice.Id<PersonId>)],
        },
        new InterviewRescheduled
        {
            Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>(), StartsAt = dice.At, EndsAt = dice.MaybeAt, Zone = dice.Coin ? null : "Europe/Berlin", Round = dice.Maybe<InterviewRound>(),
            Interviewers = [.. dice.Some(dice.Id<PersonId>)],
        },
        new InterviewCancelled { Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>(), Reason = dice.Maybe<ReasonCode>() },
        new InterviewMissed { Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>(), By = dice.Word<Absentee>() },
        new InterviewHeld { Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>(), Round = dice.Maybe<InterviewRound>(), Interviewers = [.. dice.Some(dice.Id<PersonId>)] },
        new FeedbackGiven
        {
            Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>(), By = dice.Id<PersonId>(), Verdict = dice.Maybe<FeedbackVerdict>(),
            Scorecard = [.. dice.Some(() => new ScorecardRow { Criterion = dice.Code<CriterionCode>(), Points = dice.Below(5), OutOf = 1 + dice.Below(9) })],
        },
        new FeedbackWithdrawn { Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>(), By = dice.Id<PersonId>() },
        new InterviewApproaching { Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>(), Reminder = dice.Code<ReminderKey>(), StartsAt = dice.At, Ordinal = dice.Below(9) },
        new InterviewBookingLapsed { Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>(), Until = dice.At, Ordinal = dice.Below(9) },
    ];

    private static IEnumerable<ITimelineEntry> Offers(Dice dice) =>
    [
        new OfferPrepared { Application = dice.Id<JobApplicationId>(), Offer = dice.Maybe<OfferId>(), Version = dice.Below(3) },
        new OfferMade
        {
            Application = dice.Id<JobApplicationId>(), Offer = dice.Maybe<OfferId>(), Version = dice.Below(3), AnswerBy = dice.MaybeAt, StartsOn = dice.Coin ? null : new LocalDate(-400 + dice.Below(4_000), 2, 28),
        },
        new OfferAccepted { Application = dice.Id<JobApplicationId>(), Offer = dice.Maybe<OfferId>() },
        new OfferDeclined { Application = dice.Id<JobApplicationId>(), Offer = dice.Maybe<OfferId>(), Reason = dice.Maybe<ReasonCode>() },
        new OfferWithdrawn { Application = dice.Id<JobApplicationId>(), Offer = dice.Maybe<OfferId>(), Reason = dice.Maybe<ReasonCode>() },
        new OfferExpired { Application = dice.Id<JobApplicationId>(), Offer = dice.Maybe<OfferId>() },
        new OfferRemoved { Application = dice.Id<JobApplicationId>(), Offer = dice.Maybe<OfferId>() },
        new OfferLapsed { Application = dice.Id<JobApplicationId>(), Offer = dice.Maybe<OfferId>(), AnswerBy = dice.At, Ordinal = dice.Below(9) },
    ];
    private static LocalDate Date(Dice dice) => new(-400 + dice.Below(4_000), 2, 28);

    private static TouchpointRecorded Touch(Dice dice) => new()
    {
        Kind = dice.Code<TouchKind>(),
        Direction = dice.Word<Direction>(),
        Channel = dice.Maybe<Channel>(),
        Application = dice.Maybe<JobApplicationId>(),
        Automated = dice.Coin,
        Answers = dice.Word<TouchAnswer>(),
        Quantity = 1 + dice.Below(10_000),
    };

    private static ImmutableArray<OpeningApplication> Opening(Dice dice) => dice.Coin
        ? []
        : [new OpeningApplication { Application = dice.Id<JobApplicationId>(), Requisition = dice.Id<RequisitionId>(), Pipeline = dice.Maybe<PipelineKey>(), Stage = dice.Maybe<StageKey>(), SubmittedAt = dice.Coin ? null : dice.At }];

    private static CustomFact Custom(Dice dice) => new()
    {
        Code = dice.Code<FactCode>(),
        Attributes = [.. Enumerable.Range(0, dice.Below(5)).Select(i => new FactField(FactCode.From($"field-{i}"), Value(dice)))],
    };

    /// <summary>Returns a value as a fact tells it.</summary>
    internal static AttributeValue Told(Dice dice) => new FactField(FactCode.From("field"), Value(dice)).Value;

    private static AttributesChanged Attributes(Dice dice) => new()
    {
        RowVersion = dice.Coin ? null : dice.Below(9),
        Values = [.. Enumerable.Range(0, 1 + dice.Below(5)).Select(i => new FactField(FactCode.From($"field-{i}"), Value(dice)))],
    };

    private static AttributeValue Value(Dice dice) => dice.Below(9) switch
    {
        0 => default,
        1 => AttributeValue.Text(dice.Text),
        2 => AttributeValue.Number(dice.Coin ? decimal.MaxValue : 1.10m),
        3 => AttributeValue.Number(-0.0000000000000000000000000001m),
        4 => AttributeValue.Boolean(dice.Coin),
        5 => AttributeValue.Date(new LocalDate(2026, 2, 28)),
        6 => AttributeValue.Texts(dice.Some(() => dice.Text)),
        7 => AttributeValue.Numbers(dice.Some(() => (decimal)dice.Below(9))),
        _ => AttributeValue.At(dice.At),
    };

    private static PersonalPart Personal(Dice dice) => new()
    {
        Fields = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, Enumerable.Range(0, dice.Below(4)).Select(i => KeyValuePair.Create($"field {i} {dice.Text}", dice.Coin ? string.Empty : Damage.Secret))),
    };

    private static EffectKey Effect(Dice dice) =>
        new(dice.Code<ExpectationKey>().Value, dice.Text, 1 + dice.Below(9), dice.Code<ExpectationKey>().Value);

    private static PromiseKey Promise(Dice dice) => new(dice.Code<ExpectationKey>(), dice.Text, 1 + dice.Below(9));
}
