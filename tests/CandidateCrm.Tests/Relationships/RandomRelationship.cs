using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Relationships with every member set and unset, also such as no fold makes.</summary>
internal static class RandomRelationship
{
    private static readonly string[] Documents = ["null", "{ \"a\" : [ 1,2 ] }", "\"\\ud83d\"", "1e400", "[]"];

    internal static Relationship Of(int seed)
    {
        var dice = new Dice(seed);
        return new Relationship
        {
            Key = new RelationshipKey(dice.Id<TenantId>(), dice.Id<CandidateId>()),
            Cursor = dice.Coin ? TimelinePlace.Start : new TimelinePlace(dice.Number, (byte)dice.Below(3), dice.Number, dice.Coin ? null : dice.Text, dice.Below(300)),
            Told = dice.Number,
            ToldAtCheckpoint = dice.Number,
            RulesPosition = dice.Coin ? 0 : dice.Number,
            NextChangeAt = dice.MaybeAt,
            WakeAt = dice.MaybeAt,
            Retractions = dice.Coin ? null : new RetractionSlice { Events = [.. dice.Some(() => dice.Stored)], Batches = [.. dice.Some(dice.Id<BatchId>)] },
            Contact = dice.Coin ? null : new ContactSlice { LastInboundAt = dice.MaybeAt, LastOutboundAt = dice.MaybeAt, FirstTouchpointAt = dice.MaybeAt, Touchpoints = dice.Number },
            Applications = dice.Coin ? null : new ApplicationsSlice { All = Applications(dice) },
            Candidate = dice.Coin ? null : Candidate(dice),
            Lifecycle = dice.Coin ? null : Lifecycle(dice),
            Engagement = dice.Coin ? null : Engagement(dice),
            Charter = dice.Coin ? null : Charter(dice),
            Segments = dice.Coin ? null : new SegmentsSlice { Standings = [.. dice.Some(() => OfSegment(dice))], Choices = [.. dice.Some(() => Choice(dice), most: 2)], Touches = dice.Coin ? null : Touches(dice) },
            Tasks = dice.Coin ? null : new TasksSlice { Open = [.. dice.Some(() => Task(dice))], Skipped = [.. dice.Some(() => Task(dice).Key, most: 2)] },
            Faults = [.. dice.Some(() => new SliceFault { Feature = dice.Text, Code = dice.Text, Definition = dice.Coin ? null : dice.Text, At = dice.At })],
            Redrive = dice.Coin ? null : new Redrive { Attempts = dice.Below(9), At = dice.MaybeAt },
            Unknown = [.. dice.Some(() => dice.Below(Documents.Length)).Select((d, i) => new UnknownSlice { Name = $"later \"{i}\"", Json = Documents[d] })],
        };
    }

    /// <summary>Some are like the one before, and some follow one of them.</summary>
    private static ImmutableArray<ApplicationState> Applications(Dice dice)
    {
        ApplicationState[] all = [.. dice.Some(() => Application(dice))];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = i > 0 && dice.Coin ? all[i] with { Pipeline = all[i - 1].Pipeline, Source = all[i - 1].Source } : all[i];
            all[i] = dice.Coin ? all[i] with { Follows = all[dice.Below(all.Length)].Application } : all[i];
        }

        return [.. all];
    }

    private static ApplicationState Application(Dice dice) =>
        Course(dice) is { Ending: null } unended && dice.Word<ApplicationStatus>() is var status && status != ApplicationStatus.Ended ? unended with { Status = status } : Course(dice);

    private static ApplicationState Course(Dice dice) => new()
    {
        Application = dice.Id<JobApplicationId>(),
        Category = dice.Word<StageCategory>(),
        FurthestCategory = dice.Word<StageCategory>(),
        AbandonsAt = dice.MaybeAt,
        Follows = dice.Maybe<JobApplicationId>(),
        Aliases = [.. dice.Some(dice.Id<JobApplicationId>, most: 2)],
        Requisition = dice.Maybe<RequisitionId>(),
        Pipeline = dice.Maybe<PipelineKey>(),
        Source = dice.Maybe<SourceCode>(),
        SubmittedAt = dice.MaybeAt,
        Stage = dice.Maybe<StageKey>(),
        StageSince = dice.At,
        Furthest = dice.Maybe<StageKey>(),
        FurthestHere = dice.Maybe<StageKey>(),
        WasInterviewed = dice.Coin,
        Visits = [.. dice.Some(() => new StageVisit { Stage = dice.Id<StageKey>(), Category = dice.Word<StageCategory>(), From = dice.At, To = dice.MaybeAt, Actor = Actors(dice), Reason = dice.Maybe<ReasonCode>() })],
        Interviews = [.. dice.Some(() => Interview(dice))],
        Offer = dice.Coin ? null : Offer(dice),
        Numbers = dice.Below(9),
        RefusedAt = dice.MaybeAt,
        AskedAt = dice.MaybeAt,
        Asks = dice.Below(3),
        Family = dice.Maybe<RequisitionFamily>(),
        Public = dice.Coin ? null : Standing(dice),
        Reopenings = dice.Below(3),
        Ending = dice.Coin ? null : new ApplicationEnding { Disposition = dice.Word<Disposition>(), Reason = dice.Maybe<ReasonCode>(), At = dice.At, From = dice.Word<ApplicationStatus>(), News = dice.Word<EndingNews>(), AwaitsPerson = dice.Coin },
    };

    private static PublicStanding Standing(Dice dice) => new()
    {
        Step = dice.Code<PublicStepKey>(),
        Since = dice.At,
        Changes = 1 + dice.Below(9),
        Waiting = dice.Coin ? null : new PublicWaiting { Step = dice.Code<PublicStepKey>(), Reason = dice.Maybe<ReasonCode>(), NotBefore = dice.At, AwaitsMessage = dice.Coin, ShowsAt = dice.MaybeAt },
    };

    private static InterviewState Interview(Dice dice) => new()
    {
        Interview = dice.Id<InterviewId>(),
        Round = dice.Maybe<InterviewRound>(),
        Status = dice.Word<InterviewStatus>(),
        Since = dice.At,
        StartsAt = dice.MaybeAt,
        EndsAt = dice.MaybeAt,
        Zone = dice.Coin ? null : dice.Text,
        BookBy = dice.MaybeAt,
        MissedBy = dice.Coin ? null : dice.Word<Absentee>(),
        Interviewers = [.. dice.Some(dice.Id<PersonId>)],
        FeedbackFrom = [.. dice.Some(dice.Id<PersonId>)],
        Reminders = [.. dice.Some(() => new PendingReminder(dice.Code<ReminderKey>(), dice.At))],
        Number = dice.Below(9),
    };

    private static OfferState Offer(Dice dice) => new()
    {
        Offer = dice.Maybe<OfferId>(),
        Version = dice.Below(9),
        Status = dice.Word<OfferStatus>(),
        Since = dice.At,
        MadeAt = dice.MaybeAt,
        AnswerBy = dice.MaybeAt,
        StartsOn = dice.Coin ? null : new LocalDate(2026, 1 + dice.Below(12), 28),
        Number = dice.Below(9),
    };

    private static Actor Actors(Dice dice) => dice.Below(5) switch
    {
        0 => Actor.Host,
        1 => Actor.Candidate,
        2 => Actor.Of(dice.Id<PersonId>()),
        3 => Actor.Provider,
        _ => Actor.Crm,
    };

    private static LifecycleSlice Lifecycle(Dice dice) => new()
    {
        Phase = dice.Id<Phase>(),
        Since = dice.At,
        Changes = dice.Below(9),
        Past = [.. dice.Some(() => new PhaseStay { Phase = dice.Id<Phase>(), Visits = dice.Below(9), Total = dice.Length() })],
        Overlays = dice.Coin ? LifecycleOverlays.None : Overlays(dice),
        Snoozes = dice.Below(3),
        Roles = [.. dice.Some(() => new RoleState { Role = dice.Code<PersonRole>(), Since = dice.MaybeAt, Visits = dice.Below(9), Total = dice.Coin ? Duration.Zero : dice.Length() })],
        Onboardings = [.. dice.Some(() => Onboarding(dice), most: 2)],
    };

    private static LifecycleOverlays Overlays(Dice dice) => new()
    {
        Snooze = dice.Coin ? null : new Snooze { Since = dice.At, Until = Date(dice), EndsAt = dice.At, Reason = dice.Maybe<ReasonCode>() },
        ContactBar = dice.Coin ? null : new ContactBar { Since = dice.At, Reason = dice.Maybe<ReasonCode>() },
        MergedInto = dice.Maybe<CandidateId>(),
        MergedAt = dice.MaybeAt,
        ErasedAt = dice.MaybeAt,
    };

    private static Onboarding Onboarding(Dice dice) => new()
    {
        Application = dice.Id<JobApplicationId>(),
        Number = 1 + dice.Below(2),
        HiredAt = dice.At,
        StartsOn = dice.Coin ? null : Date(dice),
        CheckIns = [.. dice.Some(() => new OnboardingCheckIn { Day = dice.Below(400) - 200, DueAt = dice.MaybeAt })],
        OverAfterDays = dice.Coin ? null : dice.Below(2) * 90,
        OverAt = dice.MaybeAt,
        Status = dice.Word<OnboardingStatus>(),
        WasAlumni = dice.Coin,
    };

    private static LocalDate Date(Dice dice) => new(-400 + dice.Below(4_000), 2, 28);

    private static CandidateSlice Candidate(Dice dice) => new()
    {
        Availability = dice.Coin ? null : Standing<Availability>(dice),
        Interest = dice.Coin ? null : Standing<InterestLevel>(dice),
        Activations = dice.Below(3),
        Origins = [.. dice.Some(() => new Origin { Source = dice.Id<SourceCode>(), Campaign = dice.Maybe<CampaignCode>(), FirstAt = dice.At, LastAt = dice.At, Count = 1 + dice.Below(3) })],
        OriginsLeftOut = dice.Below(3),
        Attributes = [.. dice.Some(() => 0).Select((_, i) => new RecordedAttribute { Name = FactCode.From($"field-{i}"), Value = Timeline.RandomEvent.Told(dice), RowVersion = i == 0 || dice.Coin ? i : null })],
        Holds = dice.Coin ? CandidateHolds.None : new CandidateHolds { ErasedAt = dice.MaybeAt, MergedInto = dice.Maybe<CandidateId>(), BarredSince = dice.MaybeAt, AwayUntil = dice.MaybeAt },
    };

    private static Standing<T> Standing<T>(Dice dice)
        where T : struct, Enum => new()
        {
            Current = dice.Word<T>(),
            Since = dice.At,
            Changes = dice.Below(9),
            Past = [.. dice.Some(() => new Stay<T> { Value = dice.Word<T>(), Visits = dice.Below(9), Total = dice.Length() })],
        };

    private static EngagementSlice Engagement(Dice dice) => new()
    {
        Scores = [.. dice.Some(() => Score(dice))],
        Retired = [.. dice.Some(() => new ScoreCounter { Score = dice.Id<ScoreKey>(), Changes = dice.Below(9) })],
    };

    private static WantedTask Task(Dice dice)
    {
        var key = new EffectKey(dice.Code<ExpectationKey>().Value, dice.Text, 1 + dice.Below(9), dice.Code<ExpectationKey>().Value);
        return new WantedTask
        {
            Key = key,
            WantedAt = dice.At,
            Task = new OpenTask { Reason = dice.Text, Rule = dice.Coin ? key.Rule : dice.Text, Subject = dice.Coin ? key.Subject : dice.Text, DueAt = dice.At },
        };
    }

    private static TrackedScore Score(Dice dice) => new()
    {
        State = new ScoreState
        {
            Model = dice.Id<ScoreKey>(),
            ModelVersion = 1 + dice.Below(9),
            Signals = [.. dice.Some(() => dice.Coin ? SignalState.Empty : Signal(dice), most: 20)],
            SeenUntil = dice.MaybeAt,
            Band = dice.Coin ? null : dice.Code<BandKey>(),
            BandSince = dice.MaybeAt,
        },
        NextChangeAt = dice.MaybeAt,
        Changes = dice.Below(9),
    };

    private static SignalState Signal(Dice dice) => new()
    {
        NewestBlock = dice.Number,
        Blocks = [.. dice.Some(() => dice.Sum, most: 64)],
        Count = dice.Number,
        Lifetime = dice.Coin ? 0 : dice.Sum,
        FirstAt = dice.MaybeAt,
        NewestAt = dice.MaybeAt,
        EdgesAreBounds = dice.Coin,
    };

    private static CharterSlice Charter(Dice dice) => new()
    {
        LateUntil = dice.MaybeAt,
        Promises = [.. dice.Some(() => dice.Below(4) == 0 ? Prohibition(dice) : Promise(dice))],
        Counters = [.. dice.Some(() => new PromiseCounter { Expectation = dice.Id<ExpectationKey>(), Subject = dice.Text, Last = dice.Below(9), Remaining = dice.Coin ? null : dice.Length() })],
    };

    private static Promise Promise(Dice dice) => new()
    {
        Key = new PromiseKey(dice.Id<ExpectationKey>(), dice.Text, 1 + dice.Below(9)),
        Version = 1 + dice.Below(9),
        OpenedAt = dice.At,
        DueAt = dice.At,
        Calendar = dice.Id<CalendarKey>(),
        CalendarVersion = 1 + dice.Below(9),
        ZoneDataVersion = dice.Text,
        RulesPosition = dice.Below(9),
        State = dice.Word<PromiseState>(),
        Pauses = [.. dice.Some(() => new PromisePause { Reason = dice.Code<PauseReason>(), From = dice.At, To = dice.MaybeAt })],
        PausedSince = dice.MaybeAt,
        Remaining = dice.Coin ? null : dice.Length(),
        LevelsPassed = dice.Below(3),
        NextStepAt = dice.MaybeAt,
        Changes = dice.Below(3),
        ToldDueAt = dice.MaybeAt,
    };

    private static Promise Prohibition(Dice dice) => new()
    {
        Key = new PromiseKey(dice.Id<ExpectationKey>(), dice.Text, 1 + dice.Below(9)), Version = 1 + dice.Below(9), OpenedAt = dice.At, DueAt = null, Counted = [.. dice.Some(() => dice.At)],
    };

    private static SegmentStanding OfSegment(Dice dice) => new()
    {
        Segment = dice.Code<SegmentKey>(), Since = dice.MaybeAt, Version = dice.Below(9), Stays = dice.Below(9), FlipsAt = dice.MaybeAt,
    };

    private static SegmentTouches Touches(Dice dice) => new()
    {
        Open = [.. dice.Some(() => new SegmentTouch { At = dice.At, Told = Told(dice) })], Settled = [.. dice.Some(() => dice.Below(9))], Past = dice.Below(9),
    };

    private static TouchpointRecorded Told(Dice dice) => new()
    {
        Kind = dice.Code<TouchKind>(), Direction = dice.Word<Direction>(), Channel = dice.Maybe<Channel>(), Application = dice.Maybe<JobApplicationId>(), Automated = dice.Coin, Quantity = 1 + dice.Below(9),
    };

    private static SegmentChoice Choice(Dice dice) => new()
    {
        Segment = dice.Code<SegmentKey>(), IsIn = dice.Coin, At = dice.At, By = dice.Coin ? Actor.Host : Actor.Of(dice.Id<PersonId>()), Reason = dice.Code<ReasonCode>(),
    };
}
