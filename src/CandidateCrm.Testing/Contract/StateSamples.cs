using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>A relationship with every slice filled and every property set to something that tells it from its default.</summary>
internal static class StateSamples
{
    private static readonly Instant Early = Instant.FromUtc(2025, 12, 31, 23, 59, 59) + Duration.FromTicks(9_999_990);
    private static readonly Instant Late = Instant.FromUtc(2026, 2, 3, 4, 5, 6) + Duration.FromTicks(10);
    private static readonly ExpectationKey Decide = ExpectationKey.From("decide-application");

    internal static Relationship Full(RelationshipKey key) => Relationship.Empty(key) with
    {
        Cursor = new TimelinePlace(Microseconds.ToMicros(Late), TimelinePlace.EventRank, sourceOrder: -7, "application:1 «ä»", ordinal: 2),
        Told = 41,
        RulesPosition = 7,
        NextChangeAt = Late,
        WakeAt = Late + Duration.FromDays(2),
        Retractions = new RetractionSlice { Events = [EventId.From("fact:9 «ä»"), EventId.From("fact:8")], Batches = [BatchId.From("batch 1")] },
        Contact = new ContactSlice { LastInboundAt = Early, LastOutboundAt = Late, FirstTouchpointAt = Early, Touchpoints = 12 },
        Applications = new ApplicationsSlice { All = [Live, Ended, Draft] },
        Lifecycle = new LifecycleSlice
        {
            Phase = Phase.Hire, Since = Early, Changes = 3, Past = [new PhaseStay { Phase = Phase.Discover, Visits = 2, Total = Duration.FromTicks(123_450) }],
        },
        Engagement = new EngagementSlice { Scores = [Score], Retired = [new ScoreCounter { Score = ScoreKey.From("warmth"), Changes = 5 }] },
        Charter = Charter,
        Segments = new SegmentsSlice
        {
            Standings =
            [
                new SegmentStanding { Segment = SegmentKey.From("hired"), FlipsAt = Instant.FromUtc(2026, 5, 1, 0, 0) },
                new SegmentStanding { Segment = SegmentKey.From("warm"), Since = Instant.FromUtc(2026, 3, 1, 0, 0), Version = 2, Stays = 3 },
            ],
            Choices = [new SegmentChoice { Segment = SegmentKey.From("off-limits"), IsIn = true, At = Instant.FromUtc(2026, 3, 2, 0, 0), By = Actor.Of(PersonId.From("user-1")), Reason = ReasonCode.From("client") }],
            Touches = new SegmentTouches
            {
                Open =
                [
                    new SegmentTouch { At = Early, Told = new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound } },
                    new SegmentTouch { At = Late, Told = new TouchpointRecorded { Kind = TouchKinds.EmailClicked, Direction = Direction.None, Channel = Channel.From("email"), Application = JobApplicationId.From("app:2 «ä»"), Automated = true, Quantity = 3 } },
                ],
                Settled = [0, 7],
                Past = 9,
            },
        },
        Tasks = new TasksSlice { Open = [Task("decide-application", "app:2#1 «ä»"), Task("warn", "req-1")] },
        Faults =
        [
            new SliceFault { Feature = "engagement", Code = "derived.limit", At = Early },
            new SliceFault { Feature = "charter", Code = "reaction.threw", Definition = "Expectation/decide-application", At = Late },
        ],
        Redrive = new Redrive { Attempts = 3, At = Late + Duration.FromHours(1) },
        Unknown = [new UnknownSlice { Name = "referrals", Json = """{ "claims" : [ 1.50, "«ä»" ] }""" }],
    };

    private static WantedTask Task(string rule, string subject) => new()
    {
        Key = new EffectKey("decide-application", "app:2#1 «ä»", 2, "task"),
        WantedAt = Late,
        Task = new OpenTask { Reason = "promise.broken", Rule = rule, Subject = subject, DueAt = Early },
    };

    private static ApplicationState Live => new()
    {
        Application = JobApplicationId.From("app-1"),
        Requisition = RequisitionId.From("req-1"),
        Pipeline = PipelineKey.From("standard"),
        Source = SourceCode.From("referral"),
        SubmittedAt = Early,
        Stage = StageKey.From("interview"),
        StageSince = Late,
        Category = StageCategory.Interview,
        Furthest = StageKey.From("final"),
        FurthestCategory = StageCategory.Offer,
        FurthestHere = StageKey.From("talk"),
        Visits =
        [
            new StageVisit { Stage = StageKey.From("applied"), From = Early, To = Late },
            new StageVisit { Stage = StageKey.From("interview"), Category = StageCategory.Interview, From = Late, Actor = Actor.Of(PersonId.From("recruiter-7")), Reason = ReasonCode.From("panel") },
        ],
        Interviews =
        [
            new InterviewState
            {
                Interview = InterviewId.From("int/1 «ä»"), Round = InterviewRound.From("2"), Status = InterviewStatus.Held, Since = Early, StartsAt = Early, EndsAt = Late, Zone = "Asia/Kolkata",
                Interviewers = [PersonId.From("user-5"), PersonId.From("user-6")], FeedbackFrom = [PersonId.From("user-5")], Number = 3,
            },
            new InterviewState
            {
                Interview = InterviewId.From("int-2"), Status = InterviewStatus.Scheduled, Since = Early, StartsAt = Late, Number = 1,
                Reminders = [new PendingReminder(ReminderKey.From("day-before"), Early), new PendingReminder(ReminderKey.From("hour-before"), Late)],
            },
            new InterviewState { Interview = InterviewId.From("int-3"), Status = InterviewStatus.Missed, Since = Late, MissedBy = Absentee.Us },
            new InterviewState { Interview = InterviewId.From("int-4"), Status = InterviewStatus.SlotsOffered, Since = Early, BookBy = Late, Number = 4 },
        ],
        WasInterviewed = true,
        Offer = new OfferState
        {
            Offer = OfferId.From("offer/1 «ä»"), Version = 2, Status = OfferStatus.Accepted, Since = Late, MadeAt = Early, AnswerBy = Late, StartsOn = new LocalDate(2026, 4, 1), Number = 3,
        },
        Numbers = 2,
        RefusedAt = Late,
        AskedAt = Early,
        Asks = 2,
        Family = RequisitionFamily.From("backend"),
        Public = new PublicStanding
        {
            Step = PublicStepKey.From("interviews"), Since = Early, Changes = 3,
            Waiting = new PublicWaiting { Step = PublicStepKey.From("offer"), Reason = ReasonCode.From("asked"), NotBefore = Early, AwaitsMessage = true, ShowsAt = Late },
        },
        Reopenings = 2,
        Follows = JobApplicationId.From("app-2"),
        Aliases = [JobApplicationId.From("app-1 «b»"), JobApplicationId.From("app-1c")],
    };

    private static ApplicationState Draft => new()
    {
        Application = JobApplicationId.From("app-3"), Status = ApplicationStatus.Draft, StageSince = Early, AbandonsAt = Late,
    };

    private static ApplicationState Ended => new()
    {
        Application = JobApplicationId.From("app-2"),
        StageSince = Early,
        Ending = new ApplicationEnding { Disposition = Disposition.Withdrew, Reason = ReasonCode.From("other-offer"), At = Late, From = ApplicationStatus.Prospect, News = EndingNews.Stale, AwaitsPerson = true },
    };

    private static TrackedScore Score => new()
    {
        State = new ScoreState
        {
            Model = ScoreKey.From("engagement"),
            ModelVersion = 3,
            Signals =
            [
                new SignalState
                {
                    NewestBlock = -5, Blocks = [Int128.MaxValue, Int128.MinValue, 0], Count = 9, Lifetime = Int128.One << 100, FirstAt = Early, NewestAt = Late, EdgesAreBounds = true,
                },
                SignalState.Empty,
            ],
            SeenUntil = Late,
            Band = BandKey.From("warm"),
            BandSince = Early,
        },
        NextChangeAt = Late,
        Changes = 4,
    };

    private static CharterSlice Charter => new()
    {
        LateUntil = Late,
        Promises =
        [
            Promise("app-1", 1, PromiseState.Open), Promise("app:2#1 «ä»", 2, PromiseState.Broken),
            Promise("app-3", 1, PromiseState.Paused) with
            {
                Pauses =
                [
                    new PromisePause { Reason = PauseReason.From("delay-asked"), From = Early, To = Late },
                    new PromisePause { Reason = PauseReason.From("waiting-for-candidate"), From = Late },
                ],
                PausedSince = Late, Remaining = Duration.FromTicks(123_456_789_120), LevelsPassed = 2, NextStepAt = Late, Changes = 4, ToldDueAt = Early,
            },
            new Promise { Key = new PromiseKey(Decide, "*", 9), Version = 1, OpenedAt = Early, DueAt = null, Counted = [Early, Late] },
        ],
        Counters =
        [
            new PromiseCounter { Expectation = Decide, Subject = "*ended", Last = 8 },
            new PromiseCounter { Expectation = Decide, Subject = "app-4", Last = 1, Remaining = Duration.FromHours(3) },
        ],
    };

    private static Promise Promise(string subject, int ordinal, PromiseState state) => new()
    {
        Key = new PromiseKey(Decide, subject, ordinal),
        Version = 2,
        OpenedAt = Early,
        DueAt = Late,
        Calendar = CalendarKey.From("office"),
        CalendarVersion = 3,
        ZoneDataVersion = "TZDB: 2026a",
        RulesPosition = 7,
        State = state,
    };
}
