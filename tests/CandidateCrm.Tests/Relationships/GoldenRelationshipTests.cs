using System.Text;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

public sealed class GoldenRelationshipTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 9, 8, 0);
    private static readonly ExpectationKey Expectation = ExpectationKey.From("acknowledge-application");

    internal static readonly Relationship Golden = new()
    {
        Key = new RelationshipKey(TenantId.From("acme"), CandidateId.From("anna")),
        Revision = 12,
        Cursor = new TimelinePlace(Microseconds.ToMicros(At), TimelinePlace.EventRank, 7, "e-1", 2),
        Told = 41,
        RulesPosition = 3,
        NextChangeAt = At + Duration.FromHours(1),
        WakeAt = At + Duration.FromHours(2),
        Retractions = new RetractionSlice { Events = [EventId.From("e-9"), EventId.From("e-8")], Batches = [BatchId.From("import-5")] },
        Contact = new ContactSlice { LastInboundAt = At, LastOutboundAt = At - Duration.FromTicks(10), Touchpoints = 5 },
        Applications = new ApplicationsSlice { All = [.. Later()] },
        Lifecycle = new LifecycleSlice
        {
            Phase = Phase.Engage,
            Since = At,
            Changes = 2,
            Past = [new PhaseStay { Phase = Phase.Discover, Visits = 1, Total = Duration.FromDays(2) + Duration.FromNanoseconds(1) }, new PhaseStay { Phase = Phase.Attract, Visits = 2, Total = Duration.MaxValue }],
            Overlays = new LifecycleOverlays
            {
                Snooze = new Snooze { Since = At, Until = new LocalDate(2026, 9, 1), EndsAt = Instant.FromUtc(2026, 8, 31, 22, 0), Reason = ReasonCode.From("sabbatical") },
                ContactBar = new ContactBar { Since = At, Reason = ReasonCode.From("asked-us-to") },
                MergedInto = CandidateId.From("anna-2"),
                MergedAt = At,
                ErasedAt = At,
            },
            Snoozes = 3,
            Roles = [new RoleState { Role = PersonRole.Employee, Since = At, Visits = 1 }, new RoleState { Role = PersonRole.Onboarding, Visits = 2, Total = Duration.FromDays(90) }],
            Onboardings =
            [
                new Onboarding { Application = JobApplicationId.From("app-17"), Number = 2, HiredAt = At, StartsOn = new LocalDate(2026, 4, 1), CheckIns = [new OnboardingCheckIn { Day = -7 }, new OnboardingCheckIn { Day = 30, DueAt = At }], OverAfterDays = 90, OverAt = At, WasAlumni = true },
                new Onboarding { Application = JobApplicationId.From("app-3"), HiredAt = At, Status = OnboardingStatus.Over },
            ],
        },
        Candidate = new CandidateSlice
        {
            Availability = new Standing<Availability> { Current = Availability.Active, Since = At, Changes = 2, Past = [new Stay<Availability> { Value = Availability.Passive, Visits = 1, Total = Duration.FromDays(30) }] },
            Interest = new Standing<InterestLevel> { Current = InterestLevel.High, Since = At, Changes = 1 },
            Activations = 1,
            Origins =
            [
                new Origin { Source = SourceCode.From("careers-site"), FirstAt = At, LastAt = At, Count = 1 },
                new Origin { Source = SourceCode.From("fair"), FirstAt = At, LastAt = At + Duration.FromDays(1), Count = 2 },
                new Origin { Source = SourceCode.From("fair"), Campaign = CampaignCode.From("spring-fair"), FirstAt = At, LastAt = At, Count = 1 },
            ],
            OriginsLeftOut = 4,
            Attributes =
            [
                new RecordedAttribute { Name = FactCode.From("born"), Value = new LocalDate(1990, 2, 28), RowVersion = 1712 },
                new RecordedAttribute { Name = FactCode.From("country"), Value = "DE", RowVersion = 1713 },
                new RecordedAttribute { Name = FactCode.From("email"), Value = true },
                new RecordedAttribute { Name = FactCode.From("levels"), Value = AttributeValue.Numbers(1.5m, 3) },
                new RecordedAttribute { Name = FactCode.From("notice"), RowVersion = 1713 },
                new RecordedAttribute { Name = FactCode.From("skills"), Value = AttributeValue.Texts("C#", "F#") },
                new RecordedAttribute { Name = FactCode.From("visa-until"), Value = At },
                new RecordedAttribute { Name = FactCode.From("years"), Value = 12.50m },
            ],
        },
        Engagement = new EngagementSlice { Scores = [Score()], Retired = [new ScoreCounter { Score = ScoreKey.From("warmth"), Changes = 4 }] },
        Charter = new CharterSlice
        {
            Promises =
            [
                new Promise { Key = new PromiseKey(Expectation, "app-17", 1), Version = 1, OpenedAt = At, DueAt = At + Duration.FromDays(1), Calendar = Calendars.CalendarKey.From("office"), CalendarVersion = 2, ZoneDataVersion = "TZDB: 2026a" },
                new Promise { Key = new PromiseKey(Expectation, "*", 3), Version = 2, OpenedAt = At, DueAt = At, Calendar = Calendars.CalendarKey.From("office"), CalendarVersion = 2, ZoneDataVersion = "TZDB: 2026a", State = PromiseState.Broken },
            ],
            Counters = [new PromiseCounter { Expectation = Expectation, Subject = "app-17", Last = 1 }],
        },
        Tasks = new TasksSlice { Open = [Task("acknowledge-application", "app-17"), Task("warn", "req-3")] },
        Faults =
        [
            new SliceFault { Feature = "charter", Code = "reaction.threw:InvalidOperationException", At = At },
            new SliceFault { Feature = "engagement", Code = "derived.limit", Definition = "score/engagement", At = At },
        ],
        Redrive = new Redrive { Attempts = 2, At = At + Duration.FromHours(1) },
        Unknown = [new UnknownSlice { Name = "pools", Json = "{ \"silver\" : [1.0] }" }],
    };

    /// <summary>The golden relationship in documents from before these members were added.</summary>
    private static readonly Relationship Earlier = Golden with
    {
        Lifecycle = new LifecycleSlice { Phase = Golden.Lifecycle!.Phase, Since = Golden.Lifecycle.Since, Changes = Golden.Lifecycle.Changes, Past = Golden.Lifecycle.Past },
        Candidate = null,
        Told = 0,
        RulesPosition = 0,
        Retractions = null,
        Applications = new ApplicationsSlice
        {
            All =
            [
                Live() with { Interviews = [], Numbers = 0, Offer = new OfferState { Status = OfferStatus.Made, Since = At + Duration.FromHours(4), MadeAt = At + Duration.FromHours(4), Number = 1 } },
                Ended(),
            ],
        },
        Engagement = Golden.Engagement! with { Retired = [] },
        Tasks = null,
        Faults = [Golden.Faults[0]],
        Redrive = null,
    };

    [Fact]
    public void A_published_relationship_says_what_it_said_and_is_written_as_it_was()
    {
        var text = GoldenFiles.Read("Relationships", "relationship.v1");

        Assert.Null(Structure.Difference(Golden, Read(text)));
        Assert.Equal(text, RelationshipJson.Write(Golden));
    }

    [Fact]
    public void A_relationship_from_before_endings_became_texts_says_what_it_said()
    {
        var before = Golden with { Applications = Earlier.Applications, Lifecycle = Earlier.Lifecycle, Candidate = null };

        Assert.Null(Structure.Difference(before, Read(GoldenFiles.Read("Relationships", "relationship.v1.endings"))));
        Assert.Null(Structure.Difference(before, Read(RelationshipJson.Write(before))));
    }

    [Fact]
    public void A_relationship_from_before_members_were_added_and_signals_became_texts_says_what_it_said()
    {
        var text = GoldenFiles.Read("Relationships", "relationship.v1.earlier");

        Assert.Null(Structure.Difference(Earlier, Read(text)));
        Assert.Null(Structure.Difference(Earlier, Read(RelationshipJson.Write(Earlier))));
    }

    [Fact]
    public void An_earlier_document_that_is_damaged_is_read_or_refused_and_never_quoted()
    {
        var text = GoldenFiles.Read("Relationships", "relationship.v1.earlier");

        Prop.ForAll(Dice.Seeds, seed => Damage.IsReadOrRefused(text, seed, bytes => RelationshipJson.Read(bytes))).Check(Tries.Of(500));
    }

    private static Relationship Read(string text) => RelationshipJson.Read(Encoding.UTF8.GetBytes(text), Golden.Revision);

    private static WantedTask Task(string rule, string subject) => new()
    {
        Key = new EffectKey("acknowledge-application", "app-17", 1, "task"),
        WantedAt = At,
        Task = new OpenTask { Reason = "promise.broken", Rule = rule, Subject = subject, DueAt = At - Duration.FromHours(1) },
    };

    private static ApplicationState Live() => new()
    {
        Application = JobApplicationId.From("app-17"),
        Requisition = RequisitionId.From("req-3"),
        Pipeline = PipelineKey.From("standard"),
        Source = SourceCode.From("referral"),
        SubmittedAt = At,
        Stage = StageKey.From("interview"),
        StageSince = At + Duration.FromHours(3),
        Furthest = StageKey.From("final"),
        Visits =
        [
            new StageVisit { Stage = StageKey.From("applied"), From = At, To = At + Duration.FromHours(3), Actor = Actor.Candidate },
            new StageVisit { Stage = StageKey.From("interview"), From = At + Duration.FromHours(3), Actor = Actor.Of(PersonId.From("user-5")) },
        ],
        Interviews =
        [
            new InterviewState
            {
                Interview = InterviewId.From("int-1"), Round = InterviewRound.From("2"), Status = InterviewStatus.Held, Since = At, StartsAt = At - Duration.FromHours(1), EndsAt = At, Zone = "Europe/Berlin",
                Interviewers = [PersonId.From("user-5"), PersonId.From("user-6")], FeedbackFrom = [PersonId.From("user-6")], Number = 1,
            },
            new InterviewState
            {
                Interview = InterviewId.From("int-2"), Status = InterviewStatus.Scheduled, Since = At, StartsAt = At + Duration.FromDays(3), Number = 2,
                Reminders = [new PendingReminder(ReminderKey.From("day-before"), At + Duration.FromDays(2)), new PendingReminder(ReminderKey.From("hour-before"), At + Duration.FromHours(71))],
            },
            new InterviewState { Interview = InterviewId.From("int-3"), Status = InterviewStatus.SlotsOffered, Since = At, BookBy = At + Duration.FromDays(1), Number = 1 },
            new InterviewState { Interview = InterviewId.From("int-4"), Status = InterviewStatus.Missed, Since = At, MissedBy = Absentee.Candidate },
        ],
        Offer = new OfferState
        {
            Offer = OfferId.From("offer-6"), Version = 2, Status = OfferStatus.Made, Since = At + Duration.FromHours(4), MadeAt = At + Duration.FromHours(4), AnswerBy = At + Duration.FromDays(7),
            StartsOn = new LocalDate(2026, 5, 4), Number = 1,
        },
        Numbers = 1,
        Reopenings = 1,
    };

    private static ApplicationState[] Later() =>
    [
        Live() with
        {
            Category = StageCategory.Interview,
            FurthestCategory = StageCategory.Offer,
            Visits = [Live().Visits[0] with { Category = StageCategory.Applied }, Live().Visits[1] with { Category = StageCategory.Interview, Reason = ReasonCode.From("panel") }],
            Follows = JobApplicationId.From("app-3"),
            Aliases = [JobApplicationId.From("app-17b"), JobApplicationId.From("app-17c")],
        },
        Ended(),
        Ended() with
        {
            Application = JobApplicationId.From("app-4"),
            Pipeline = PipelineKey.From("standard"),
            Stage = StageKey.From("sourced"),
            Category = StageCategory.Screen,
            Furthest = StageKey.From("sourced"),
            FurthestCategory = StageCategory.Screen,
            Ending = new ApplicationEnding { Disposition = Disposition.PositionClosed, At = At, From = ApplicationStatus.Prospect },
        },
        new ApplicationState { Application = JobApplicationId.From("app-5"), Pipeline = PipelineKey.From("standard"), Status = ApplicationStatus.Draft, StageSince = At, AbandonsAt = At + Duration.FromDays(14) },
        new ApplicationState { Application = JobApplicationId.From("app-6"), Status = ApplicationStatus.Removed, StageSince = At, Reopenings = 2 },
    ];

    private static ApplicationState Ended() => new()
    {
        Application = JobApplicationId.From("app-3"),
        StageSince = At,
        Ending = new ApplicationEnding { Disposition = Disposition.Withdrew, Reason = ReasonCode.From("salary"), At = At },
    };

    private static TrackedScore Score() => new()
    {
        State = new ScoreState
        {
            Model = ScoreKey.From("engagement"),
            ModelVersion = 1,
            Signals =
            [
                SignalState.Empty,
                new SignalState { NewestBlock = 1_467, Blocks = [Int128.One << 63, -1], Count = 2, Lifetime = (Int128)16 << 60, FirstAt = At - Duration.FromDays(9), NewestAt = At, EdgesAreBounds = true },
            ],
            SeenUntil = At,
            Band = BandKey.From("warm"),
            BandSince = At,
        },
        NextChangeAt = At + Duration.FromHours(1),
        Changes = 1,
    };
}
