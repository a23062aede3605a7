using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>One entry of every kind, with every property set to something that tells it from its default.</summary>
internal static class EntrySamples
{
    private static readonly JobApplicationId Application = JobApplicationId.From("app/1 «ä»");
    private static readonly InterviewId Interview = InterviewId.From("int/1 «ä»");
    private static readonly InterviewRound Round = InterviewRound.From("2");
    private static readonly OfferId Offer = OfferId.From("offer/1 «ä»");
    private static readonly PersonId Interviewer = PersonId.From("user/5 «ä»");
    private static readonly PromiseKey Promise = new(ExpectationKey.From("decide-application"), "app/1:#2 «ä»", 3);

    /// <summary>An instant with microseconds that no millisecond holds.</summary>
    private static readonly Instant Precise = Instant.FromUtc(2026, 2, 3, 4, 5, 6) + Duration.FromTicks(1_234_560);

    internal static ITimelineEntry[] All() => [.. Facts(), .. Acts(), .. DerivedEvents()];

    private static IEnumerable<ITimelineEntry> Facts() =>
    [
        new CandidateFound { Source = SourceCode.From("careers-site"), Campaign = CampaignCode.From("spring-fair") },
        new TouchpointRecorded
        {
            Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Channel = Channel.From("email"), Application = Application, Automated = true, Quantity = 7,
        },
        new CustomFact
        {
            Code = FactCode.From("badge.printed"),
            Attributes =
            [
                Field("b", AttributeValue.Text("«B»")), Field("n", AttributeValue.Number(12345.67890m)), Field("t", AttributeValue.Boolean(true)),
                Field("d", AttributeValue.Date(new LocalDate(2024, 2, 29))), Field("i", AttributeValue.At(Precise)), Field("z", default),
            ],
        },
        new ApplicationSubmitted { Application = Application, Requisition = RequisitionId.From("req-1"), Pipeline = PipelineKey.From("standard"), Source = SourceCode.From("referral") },
        new StageEntered { Application = Application, Stage = StageKey.From("interview"), Category = StageCategory.Interview, Reason = ReasonCode.From("panel") },
        .. Interviews(),
        .. Offers(),
        new ApplicationEnded { Application = Application, Disposition = Disposition.SelfDeselected, Reason = ReasonCode.From("preview") },
        new ApplicationReopened { Application = Application, Stage = StageKey.From("screening"), Reason = ReasonCode.From("budget-back") },
        new CandidateHired { Application = Application, StartsOn = new LocalDate(2026, 4, 1) },
        new RequisitionClosed { Requisition = RequisitionId.From("req/1 «ä»"), Reason = CloseReasons.Merged },
        new ApplicationDrafted { Application = Application, Requisition = RequisitionId.From("req-1"), Source = SourceCode.From("referral") },
        new ApplicationAbandoned { Application = Application },
        new ProspectAdded { Application = Application, Requisition = RequisitionId.From("req-1"), Source = SourceCode.From("referral") },
        new ProspectConverted { Application = Application, Requisition = RequisitionId.From("req-1"), Pipeline = PipelineKey.From("standard") },
        new ApplicationTransferred { Application = Application, Requisition = RequisitionId.From("req-2"), Pipeline = PipelineKey.From("standard"), Reason = ReasonCode.From("better-fit") },
        new ApplicationCopied { Application = Application, From = JobApplicationId.From("app-0"), Requisition = RequisitionId.From("req-2") },
        new ApplicationsMerged { Application = Application, Duplicate = JobApplicationId.From("app-0") },
        new ApplicationRemoved { Application = Application },
        new ApplicationReviewed { Application = Application },
        new EmploymentEnded(),
        new WaitingBegan { Application = Application, Reason = PauseReason.From("waiting-for-candidate") },
        new WaitingEnded { Application = Application, Reason = PauseReason.From("delay-asked") },
        new ContactPromised { Application = Application, DueAt = Precise },
        new RebaseOrdered { Expectation = ExpectationKey.From("decide-application"), Application = Application },
        new DueTold { Promise = Promise, DueAt = Precise, ZoneDataVersion = "TZDB: 2026a (mapping: 1)" },
        new StartDateMoved { Application = Application, StartsOn = new LocalDate(2028, 2, 29) },
        new RoleTaken { Role = PersonRole.Advocate },
        new RoleLeft { Role = PersonRole.Client },
        new CandidateSnoozed { Until = new LocalDate(2026, 9, 1), Reason = ReasonCode.From("parental-leave") },
        new SnoozeEnded(),
        new ContactBarred { Reason = ReasonCode.From("asked-us-to") },
        new ContactBarLifted(),
        new CandidateMerged { Into = CandidateId.From("anna «2»") },
        new CandidateUnmerged(),
        new CandidateErased(),
        new AvailabilityStated { Availability = Availability.Active },
        new InterestStated { Level = InterestLevel.High },
        new SegmentMembershipDecided { Segment = SegmentKey.From("warm-dotnet"), Decision = SegmentDecision.TakenOut, Reason = ReasonCode.From("conflict") },
        new AttributesChanged
        {
            RowVersion = long.MaxValue,
            Values =
            [
                Field("b", "«B» 😀"), Field("n", 12345.67890m), Field("t", false), Field("d", new LocalDate(2024, 2, 29)), Field("i", Precise), Field("s", AttributeValue.Texts("«B»", "a")),
                Field("m", AttributeValue.Numbers(-1.50m, 3)), Field("z", default),
            ],
        },
        new RelationshipOpened
        {
            Phase = Phase.Engage, PhaseSince = Precise, LastInboundAt = Precise, LastOutboundAt = Precise, Touchpoints = 3,
            Applications = [new OpeningApplication { Application = Application, Requisition = RequisitionId.From("req-1"), Pipeline = PipelineKey.From("standard"), Stage = StageKey.From("interview"), SubmittedAt = Precise }],
        },
        new FactsRetracted { Events = [EventId.From("wrong-1"), EventId.From("wrong-2")], Reason = ReasonCode.From("wrong-import") },
        new TaskClosed { Task = new EffectKey("decide-application", "app/1:#2 «ä»", 3, "task") },
    ];

    private static IEnumerable<ITimelineEntry> Interviews() =>
    [
        new InterviewSlotsOffered { Application = Application, Interview = Interview, Until = Precise },
        new InterviewScheduled
        {
            Application = Application, Interview = Interview, StartsAt = Precise, EndsAt = Precise + Duration.FromHours(1), Zone = "Asia/Kolkata", Round = Round, Interviewers = [Interviewer, PersonId.From("user/6")],
        },
        new InterviewRescheduled
        {
            Application = Application, Interview = Interview, StartsAt = Precise, EndsAt = Precise + Duration.FromHours(1), Zone = "Asia/Kolkata", Round = Round, Interviewers = [Interviewer],
        },
        new InterviewCancelled { Application = Application, Interview = Interview, Reason = ReasonCode.From("illness") },
        new InterviewMissed { Application = Application, Interview = Interview, By = Absentee.Us },
        new InterviewHeld { Application = Application, Interview = Interview, Round = Round, Interviewers = [Interviewer] },
        new FeedbackGiven { Application = Application, Interview = Interview, By = Interviewer, Verdict = FeedbackVerdict.From("strong-yes"), Scorecard = [new ScorecardRow { Criterion = CriterionCode.From("craft"), Points = 3, OutOf = 4 }] },
        new FeedbackWithdrawn { Application = Application, Interview = Interview, By = Interviewer },
    ];

    private static IEnumerable<ITimelineEntry> Offers() =>
    [
        new OfferPrepared { Application = Application, Offer = Offer, Version = 2 },
        new OfferMade { Application = Application, Offer = Offer, Version = 2, AnswerBy = Precise, StartsOn = new LocalDate(2026, 4, 1) },
        new OfferAccepted { Application = Application, Offer = Offer },
        new OfferDeclined { Application = Application, Offer = Offer, Reason = ReasonCode.From("salary") },
        new OfferWithdrawn { Application = Application, Offer = Offer, Reason = ReasonCode.From("budget") },
        new OfferExpired { Application = Application, Offer = Offer },
        new OfferRemoved { Application = Application, Offer = Offer },
    ];

    private static IEnumerable<ITimelineEntry> Acts() =>
    [
        new EventIdReused { Reused = EventId.From("application:1:submitted") },
        new EffectDone { Effect = new EffectKey("decide-application", "app/1:#2 «ä»", 3, "task") },
        new EffectSkipped { Effect = new EffectKey("decide-application", "app-1", 1, "task"), Reason = "effect.too_late" },
    ];

    private static IEnumerable<ITimelineEntry> DerivedEvents() =>
    [
        new PastCorrected { Ordinal = 4, Retracted = 2, Added = 1, Unfounded = [new EffectKey("decide-application", "app-1", 1, "task")] },
        new EffectWithheld { Effect = new EffectKey("decide-application", "app-1", 1, "task"), Reason = "mode.observe" },
        new FindingNoted { Code = FindingCodes.ApplicationUnknown, Subject = "app/1 «ä»" },
        new PositionClosedFor
        {
            Application = Application, Requisition = RequisitionId.From("req/1 «ä»"), Stage = StageKey.From("interview"), Category = StageCategory.Interview, Reason = CloseReasons.Merged, Ordinal = 2,
        },
        new RefusalDue { Application = Application, Disposition = Disposition.Rejected, Covers = [JobApplicationId.From("app-0"), Application], Ordinal = 2 },
        new DraftAbandoned { Application = Application, SilentSince = Precise, Ordinal = 2 },
        new CandidateReturned { Application = Application, Previous = JobApplicationId.From("app-0") },
        new PhaseChanged { From = Phase.Engage, To = Phase.Hire, Ordinal = 4 },
        new InterviewApproaching { Application = Application, Interview = Interview, Reminder = ReminderKey.From("day-before"), StartsAt = Precise, Ordinal = 3 },
        new InterviewBookingLapsed { Application = Application, Interview = Interview, Until = Precise, Ordinal = 2 },
        new OfferLapsed { Application = Application, Offer = Offer, AnswerBy = Precise, Ordinal = 4 },
        new RoleBegan { Role = PersonRole.Employee, Ordinal = 2 },
        new RoleEnded { Role = PersonRole.Onboarding, Ordinal = 3 },
        new OnboardingCheckInDue { Application = Application, Day = -7, On = new LocalDate(2026, 3, 25), Ordinal = 2 },
        new SnoozeOver { Until = new LocalDate(2026, 9, 1), Ordinal = 2 },
        new AvailabilityChanged { From = Availability.Passive, To = Availability.Active, Ordinal = 3 },
        new InterestChanged { From = InterestLevel.Low, To = InterestLevel.High, Ordinal = 2 },
        new SegmentEntered { Segment = SegmentKey.From("warm-dotnet"), Version = 3, At = Precise, Cause = SegmentChangeCause.Reference, Ordinal = 2 },
        new SegmentLeft { Segment = SegmentKey.From("warm-dotnet"), Version = 0, At = Precise, Cause = SegmentChangeCause.Rule, Ordinal = 2 },
        new PromiseOpened { Promise = Promise, Version = 2, DueAt = Precise },
        new PromiseKept { Promise = Promise, OpenedAt = Precise, WorkingTime = Duration.FromTicks(123_456_789_120) },
        new PromiseBroken { Promise = Promise, DueAt = Precise, ByBreach = true },
        new PromiseFulfilledLate { Promise = Promise, DueAt = Precise, WallOverrun = Duration.FromDays(1), WorkingOverrun = Duration.FromTicks(10) },
        new PromiseVoided { Promise = Promise, WasBroken = true },
        new PromisePaused { Promise = Promise, Reason = PauseReason.From("waiting-for-candidate"), Remaining = Duration.FromTicks(123_456_789_120), Number = 2 },
        new PromiseResumed { Promise = Promise, DueAt = Precise, Paused = Duration.FromTicks(10), ByTime = true, Number = 3 },
        new PromiseWarned { Promise = Promise, Level = LevelKey.From("remind"), Step = 2, To = StaffRole.From("recruiter"), DueAt = Precise, NoticeAt = Precise + Duration.FromHours(9) },
        new PromiseEscalated { Promise = Promise, Level = LevelKey.From("lead"), Step = 3, To = StaffRole.From("head-of-talent"), DueAt = Precise, NoticeAt = Precise + Duration.FromHours(9) },
        new PromiseRebased { Promise = Promise, OldVersion = 2, Version = 5, OldDueAt = Precise, DueAt = Precise + Duration.FromDays(1), Number = 4 },
        new PromiseDueMoved { Promise = Promise, ToldDueAt = Precise, DueAt = Precise + Duration.FromDays(1), Number = 5 },
        new PromiseVerdictChanged { Promise = Promise, Old = PromiseState.Broken, New = PromiseState.Kept, Cause = EventId.From("e/1 «ä»"), Ordinal = 6 },
        new PublicStatusChanged { Application = JobApplicationId.From("application-1"), From = PublicStepKey.From("received"), To = PublicStepKey.From("in-review"), Ordinal = 2 },
        new BandChanged { Score = ScoreKey.From("engagement"), From = BandKey.From("warm"), To = BandKey.From("cold"), Ordinal = 5, ByDecay = true },
    ];

    private static FactField Field(string name, AttributeValue value) => new(FactCode.From(name), value);
}
