using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Timeline;

/// <summary>What the published documents say, by the name of their file: wire name and version.</summary>
internal static class GoldenEvents
{
    private static readonly JobApplicationId Application = JobApplicationId.From("app-17");
    private static readonly InterviewId Interview = InterviewId.From("int-4");
    private static readonly InterviewRound Round = InterviewRound.From("2");
    private static readonly PersonId Interviewer = PersonId.From("user-5");
    private static readonly OfferId Offer = OfferId.From("offer-6");
    private static readonly PromiseKey Promise = new(ExpectationKey.From("acknowledge-application"), "app-17", 2);
    private static readonly EffectKey Effect = new("acknowledge-application", "app-17", 2, "task");
    private static readonly Instant Due = Instant.FromUtc(2026, 3, 10, 16, 0);

    internal static IReadOnlyDictionary<string, TimelineEvent> All { get; } = Entries()
        .ToDictionary(entry => $"{EntryTypes.NameOf(entry)}.v1", entry => entry is TouchpointRecorded ? Full(entry) : Plain(entry), StringComparer.Ordinal);

    private static TimelineEvent Plain(ITimelineEntry entry) => new()
    {
        Relationship = new RelationshipKey(TenantId.From("acme"), CandidateId.From("anna")),
        Id = EventId.From("e-1"),
        OccurredAt = Instant.FromUtc(2026, 3, 9, 8, 0),
        RecordedAt = Instant.FromUtc(2026, 3, 9, 8, 0, 1),
        Entry = entry,
    };

    private static TimelineEvent Full(ITimelineEntry entry) => Plain(entry) with
    {
        Origin = CandidateId.From("anna-2"),
        Id = EventId.Derived("e-1", 3),
        OccurredAt = Instant.FromUtc(2026, 3, 9, 8, 0) + Duration.FromTicks(1_234_560),
        SourceOrder = 7,
        Precision = Precision.Day,
        Actor = Actor.Of(PersonId.From("user-5")),
        Source = SourceCode.From("careers-site"),
        Correlation = CorrelationId.From("order-9"),
        Batch = BatchId.From("import-2026-03"),
        Trust = Trust.Claimed,
        Cause = EventId.From("e-1"),
        Ordinal = 3,
        Retracted = true,
        Personal = new PersonalPart { Fields = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("subject", "Grüße"), KeyValuePair.Create("body", "Hello \"you\"")]) },
    };

    private static ITimelineEntry[] Entries() =>
    [
        new CandidateFound { Source = SourceCode.From("careers-site") },
        new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Channel = Channel.From("email"), Application = Application, Automated = true, Quantity = 3 },
        new CustomFact { Code = FactCode.From("assessment.done"), Attributes = Attributes() },
        new ApplicationSubmitted { Application = Application, Requisition = RequisitionId.From("req-3"), Pipeline = PipelineKey.From("standard"), Source = SourceCode.From("referral") },
        new StageEntered { Application = Application, Stage = StageKey.From("interview"), Category = StageCategory.Interview, Reason = ReasonCode.From("panel") },
        new InterviewHeld { Application = Application, Interview = InterviewId.From("int-4") },
        .. Interviews(),
        new OfferMade { Application = Application },
        .. Offers(),
        new ApplicationEnded { Application = Application, Disposition = Disposition.SelfDeselected, Reason = ReasonCode.From("salary") },
        new ApplicationReopened { Application = Application, Stage = StageKey.From("screening"), Reason = ReasonCode.From("budget-back") },
        new CandidateHired { Application = Application, StartsOn = new LocalDate(2026, 5, 4) },
        new RequisitionClosed { Requisition = RequisitionId.From("req-3"), Reason = CloseReasons.Filled },
        new ApplicationDrafted { Application = Application, Requisition = RequisitionId.From("req-3"), Source = SourceCode.From("referral") },
        new ApplicationAbandoned { Application = Application },
        new ProspectAdded { Application = Application, Requisition = RequisitionId.From("req-3"), Source = SourceCode.From("referral") },
        new ProspectConverted { Application = Application, Requisition = RequisitionId.From("req-3"), Pipeline = PipelineKey.From("standard") },
        new ApplicationTransferred { Application = Application, Requisition = RequisitionId.From("req-4"), Pipeline = PipelineKey.From("standard"), Reason = ReasonCode.From("better-fit") },
        new ApplicationCopied { Application = Application, From = JobApplicationId.From("app-3"), Requisition = RequisitionId.From("req-4") },
        new ApplicationsMerged { Application = Application, Duplicate = JobApplicationId.From("app-3") },
        new ApplicationRemoved { Application = Application },
        new EmploymentEnded(),
        new WaitingBegan { Application = Application, Reason = PauseReason.From("waiting-for-candidate") },
        new WaitingEnded { Application = Application, Reason = PauseReason.From("waiting-for-candidate") },
        new ContactPromised { Application = Application, DueAt = Due },
        new RebaseOrdered { Expectation = ExpectationKey.From("decide-application"), Application = Application },
        new DueTold { Promise = Promise, DueAt = Due, ZoneDataVersion = "TZDB: 2026a" },
        new StartDateMoved { Application = Application, StartsOn = new LocalDate(2026, 6, 1) },
        new RoleTaken { Role = PersonRole.Advocate },
        new RoleLeft { Role = PersonRole.Client },
        new CandidateSnoozed { Until = new LocalDate(2026, 9, 1), Reason = ReasonCode.From("sabbatical") },
        new SnoozeEnded(),
        new ContactBarred { Reason = ReasonCode.From("asked-us-to") },
        new ContactBarLifted(),
        new CandidateMerged { Into = CandidateId.From("anna-2") },
        new CandidateUnmerged(),
        new CandidateErased(),
        new AvailabilityStated { Availability = Availability.NotLooking },
        new SegmentMembershipDecided { Segment = SegmentKey.From("warm-dotnet"), Decision = SegmentDecision.PutIn, Reason = ReasonCode.From("known-well") },
        new AttributesChanged
        {
            RowVersion = 1712,
            Values =
            [
                new FactField(FactCode.From("country"), "DE"), new FactField(FactCode.From("years"), 12.50m), new FactField(FactCode.From("remote"), false), new FactField(FactCode.From("born"), new LocalDate(1990, 2, 28)),
                new FactField(FactCode.From("visa-until"), Due), new FactField(FactCode.From("skills"), AttributeValue.Texts("F#", "C#")), new FactField(FactCode.From("levels"), AttributeValue.Numbers(3, 1.5m)), new FactField(FactCode.From("notice"), default),
            ],
        },
        new InterestStated { Level = InterestLevel.Medium },
        new RelationshipOpened
        {
            Phase = Phase.Hire, PhaseSince = Due, LastInboundAt = Due, LastOutboundAt = Due + Duration.FromHours(2), Touchpoints = 12,
            Applications = [new OpeningApplication { Application = Application, Requisition = RequisitionId.From("req-3"), Pipeline = PipelineKey.From("standard"), Stage = StageKey.From("interview"), SubmittedAt = Due }],
        },
        new FactsRetracted { Events = [EventId.From("e-3"), EventId.From("e-2")], Reason = ReasonCode.From("wrong-import") },
        new TaskClosed { Task = Effect },
        new PastCorrected { Ordinal = 7, Retracted = 3, Added = 2, Cancelled = [Effect], Unfounded = [Effect] },
        new EffectWithheld { Effect = Effect, Reason = "mode.observe" },
        new EventIdReused { Reused = EventId.From("e-0") },
        new EffectDone { Effect = Effect },
        new EffectSkipped { Effect = Effect, Reason = "task.too_late" },
        new FindingNoted { Code = FindingCodes.StageUnknown, Subject = "app-17:somewhere" },
        new PositionClosedFor { Application = Application, Requisition = RequisitionId.From("req-3"), Stage = StageKey.From("interview"), Category = StageCategory.Interview, Reason = CloseReasons.Filled, Ordinal = 2 },
        new ApplicationReviewed { Application = Application },
        new RefusalDue
        {
            Application = Application, Requisition = RequisitionId.From("req-7"), Disposition = Disposition.PositionClosed, Stage = StageKey.From("interview"), Category = StageCategory.Interview,
            Covers = [JobApplicationId.From("app-3"), Application], Ordinal = 2,
        },
        new DraftAbandoned { Application = Application, SilentSince = Due, Ordinal = 2 },
        new CandidateReturned { Application = Application, Previous = JobApplicationId.From("app-3") },
        new PhaseChanged { From = Phase.Attract, To = Phase.Engage, Ordinal = 2 },
        new RoleBegan { Role = PersonRole.Employee, Ordinal = 1 },
        new RoleEnded { Role = PersonRole.Onboarding, Ordinal = 1 },
        new OnboardingCheckInDue { Application = Application, Day = 30, On = new LocalDate(2026, 7, 1), Ordinal = 1 },
        new SnoozeOver { Until = new LocalDate(2026, 9, 1), Ordinal = 1 },
        new AvailabilityChanged { From = Availability.Passive, To = Availability.Active, Ordinal = 2 },
        new InterestChanged { From = InterestLevel.Unknown, To = InterestLevel.High, Ordinal = 1 },
        new SegmentEntered { Segment = SegmentKey.From("warm-dotnet"), Version = 2, At = Due, Cause = SegmentChangeCause.Data, Ordinal = 1 },
        new SegmentLeft { Segment = SegmentKey.From("warm-dotnet"), Version = 2, At = Due, Cause = SegmentChangeCause.Time, Ordinal = 1 },
        new PromiseOpened { Promise = Promise, Version = 1, DueAt = Due },
        new PromiseKept { Promise = Promise, OpenedAt = Due, WorkingTime = Duration.FromHours(3) + Duration.FromNanoseconds(1) },
        new PromiseBroken { Promise = Promise, DueAt = Due },
        new PromiseFulfilledLate { Promise = Promise, DueAt = Due, WallOverrun = Duration.FromDays(3), WorkingOverrun = Duration.FromDays(1) + Duration.FromMinutes(5) },
        new PromiseVoided { Promise = Promise, WasBroken = false },
        new PromisePaused { Promise = Promise, Reason = PauseReason.From("waiting-for-candidate"), Remaining = Duration.FromHours(3), Number = 1 },
        new PromiseResumed { Promise = Promise, DueAt = Due, Paused = Duration.FromHours(30), ByTime = true, Number = 2 },
        new PromiseWarned { Promise = Promise, Level = LevelKey.From("remind"), Step = 1, To = StaffRole.From("recruiter"), DueAt = Due, NoticeAt = Due },
        new PromiseEscalated { Promise = Promise, Level = LevelKey.From("lead"), Step = 2, To = StaffRole.From("head-of-talent"), DueAt = Due, NoticeAt = Due + Duration.FromHours(15) },
        new PromiseRebased { Promise = Promise, OldVersion = 1, Version = 2, OldDueAt = Due, DueAt = Due + Duration.FromDays(1), Number = 3 },
        new PromiseDueMoved { Promise = Promise, ToldDueAt = Due, DueAt = Due + Duration.FromDays(1), Number = 4 },
        new PromiseVerdictChanged { Promise = Promise, Old = PromiseState.Broken, New = PromiseState.Kept, Cause = EventId.From("e-3"), Ordinal = 5 },
        new PublicStatusChanged { Application = JobApplicationId.From("a-1"), From = PublicStepKey.From("interviews"), To = PublicStepKey.From("in-review"), Reason = ReasonCode.From("moved-by-mistake"), Ordinal = 3 },
        new BandChanged { Score = ScoreKey.From("engagement"), From = BandKey.From("cold"), To = BandKey.From("warm"), Ordinal = 1, ByDecay = false },
    ];

    private static ITimelineEntry[] Interviews() =>
    [
        new InterviewSlotsOffered { Application = Application, Interview = Interview, Until = Due },
        new InterviewScheduled { Application = Application, Interview = Interview, StartsAt = Due, EndsAt = Due + Duration.FromHours(1), Zone = "Europe/Berlin", Round = Round, Interviewers = [Interviewer, PersonId.From("user-12")] },
        new InterviewRescheduled { Application = Application, Interview = Interview, StartsAt = Due, EndsAt = Due + Duration.FromHours(1), Zone = "Europe/Berlin", Round = Round, Interviewers = [Interviewer] },
        new InterviewCancelled { Application = Application, Interview = Interview, Reason = ReasonCode.From("illness") },
        new InterviewMissed { Application = Application, Interview = Interview, By = Absentee.Us },
        new FeedbackGiven { Application = Application, Interview = Interview, By = Interviewer, Verdict = FeedbackVerdict.From("hire") },
        new FeedbackWithdrawn { Application = Application, Interview = Interview, By = Interviewer },
        new InterviewApproaching { Application = Application, Interview = Interview, Reminder = ReminderKey.From("day-before"), StartsAt = Due, Ordinal = 2 },
        new InterviewBookingLapsed { Application = Application, Interview = Interview, Until = Due, Ordinal = 1 },
    ];

    private static ITimelineEntry[] Offers() =>
    [
        new OfferPrepared { Application = Application, Offer = Offer, Version = 2 },
        new OfferAccepted { Application = Application, Offer = Offer },
        new OfferDeclined { Application = Application, Offer = Offer, Reason = ReasonCode.From("salary") },
        new OfferWithdrawn { Application = Application, Offer = Offer, Reason = ReasonCode.From("budget") },
        new OfferExpired { Application = Application, Offer = Offer },
        new OfferRemoved { Application = Application, Offer = Offer },
        new OfferLapsed { Application = Application, Offer = Offer, AnswerBy = Due, Ordinal = 1 },
    ];

    private static ImmutableArray<FactField> Attributes() =>
    [
        new(FactCode.From("level"), AttributeValue.Text("C1")),
        new(FactCode.From("passed"), AttributeValue.Boolean(true)),
        new(FactCode.From("points"), AttributeValue.Number(12.50m)),
        new(FactCode.From("taken-at"), AttributeValue.At(Due)),
        new(FactCode.From("taken-on"), AttributeValue.Date(new LocalDate(2026, 3, 10))),
        new(FactCode.From("unsaid"), default),
    ];
}
