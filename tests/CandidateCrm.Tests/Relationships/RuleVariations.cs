using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

/// <summary>
/// Variations of <see cref="TestRules.Everything"/>: what a tenant may publish one after the other. A version of a definition means the same in
/// all of them. A fixed pool, so that each is compiled once.
/// </summary>
internal static class RuleVariations
{
    internal static ExpectationKey Answer { get; } = ExpectationKey.From("answer-message");

    internal static ScoringModel Engagement { get; } = TestRules.Everything.Scores[0];

    /// <summary>Other weights, half-lives and thresholds.</summary>
    internal static ScoringModel EngagementOfOtherWeights { get; } = ScoringModel.Named("engagement").Version(2)
        .Signal(TouchKinds.EmailReplied, 5, Duration.FromDays(4))
        .Signal(TouchKinds.EmailClicked, 6, Duration.FromHours(30))
        .Signal(TouchKind.From(EntryTypes.NameOf(typeof(StageEntered))), 4, Duration.FromDays(3))
        .Band("cold").Band("warm", enter: 5, exit: 3).Band("hot", enter: 11, exit: 8)
        .Build();

    internal static ScoringModel EngagementWithoutBands { get; } = ScoringModel.Named("engagement").Version(3)
        .Signal(TouchKinds.EmailReplied, 5, Duration.FromDays(4))
        .Build();

    internal static ScoringModel Interest { get; } = ScoringModel.Named("interest")
        .Signal(TouchKinds.EmailClicked, 4, Duration.FromDays(1))
        .Signal(TouchKinds.ApplicationSubmitted, 4, Duration.FromDays(2))
        .Band("none").Band("some", enter: 4, exit: 3)
        .Build();

    /// <summary>Another opening: shorter days, and the first answer counts also where the candidate moves on.</summary>
    internal static OnceExpectation OtherAnswer { get; } = (OnceExpectation)TestRules.Everything.Expectations.Single(e => e.Key == Answer) with
    {
        Version = 2,
        KeptBy = FactPattern.Touch(Direction.Outbound).Or<StageEntered>(),
        Limit = Limit.BusinessDays(2),
    };

    internal static LifecycleDefinition BriskLifecycle { get; } = LifecycleDefinition.Default with
    {
        Version = 2,
        Rows =
        [
            .. LifecycleDefinition.Default.Rows.Select(row => (row.From, row.Trigger) switch
            {
                _ when row.From == Phase.Discover && row.Trigger == LifecycleTrigger.ShowedInterest => row with { To = Phase.Engage },
                _ when row.From == Phase.Hire && row.Trigger == LifecycleTrigger.ProcessEnded => row with { To = Phase.Engage },
                _ => row,
            }),
        ],
    };

    private static CrmRules Drawn(Random random)
    {
        T Of<T>(params T[] choices) => choices[random.Next(choices.Length)];

        var everything = TestRules.Everything;
        var acknowledge = (OnceExpectation)everything.Expectations[0];
        var decide = (OnceExpectation)everything.Expectations[1];
        Expectation?[] expectations =
        [
            Of(acknowledge, acknowledge, acknowledge with { Version = 2, Limit = Limit.WorkingTime(Duration.FromHours(2)) }, null),
            Of(decide, decide, decide with { Version = 2, Limit = Limit.BusinessDays(1), TaskWhenBroken = false }, null),
            Of(everything.Expectations[2], OtherAnswer, null),
            Of(null, CallBack),
        ];
        ScoringModel[][] scores = [[Engagement], [Engagement], [EngagementOfOtherWeights], [EngagementWithoutBands], [Engagement, Interest], [Interest, Engagement], [EngagementOfOtherWeights, Interest], [Interest], []];
        PipelineDefinition[][] pipelines = [[everything.Pipelines[0]], [everything.Pipelines[0]], [OtherOrder], [Short, OtherOrder], []];
        var drawn = everything with
        {
            Lifecycle = Of(everything.Lifecycle, everything.Lifecycle, BriskLifecycle, null),
            Pipelines = [.. Of(pipelines)],
            Calendars = [Of(everything.Calendars[0], everything.Calendars[0], ShortDays, WholeWeeks)],
            Expectations = [.. expectations.OfType<Expectation>()],
            Scores = [.. Of(scores)],
            Attributes = Of(everything.Attributes, everything.Attributes, [], [.. everything.Attributes.Select(Stricter)]),
            Announced = Of(everything.Announced, everything.Announced, [], everything.Announced.Add(EntryTypes.NameOf(typeof(PromiseVoided))).Remove(EntryTypes.NameOf(typeof(BandChanged)))),
        };
        drawn = drawn with { Dispositions = Of(null, null, Reasons), Pipelines = Of(false, false, false, true) ? [Strict] : drawn.Pipelines };
        var country = drawn.Attributes.Any(attribute => attribute.Key.Value == "country" && attribute.Class == AttributeClass.Ordinary);
        return drawn with { Segments = Of(KeptSegments, OtherSegments, [], country ? ByCountry : KeptSegments, DeepSegments, ByTouches, OtherTouches) };
    }

    /// <summary>Gets segments over what every tenant has: two of them kept, one of these by a reference, and one list that people make.</summary>
    internal static ImmutableArray<SegmentDefinition> KeptSegments { get; } =
    [
        Segment("hired-lately", """phase = "hire" or not segment in ("warm-german", "list")""", SegmentKeeping.Kept),
        Segment("warm-german", """availability = "active" or some applications where status = "live" """),
        Segment("list", null),
        Segment("on-demand", """interest = "high" and segment in ("list")"""),
    ];

    private static ImmutableArray<SegmentDefinition> OtherSegments { get; } =
    [
        Segment("hired-lately", """phase in ("hire", "nurture") and touchpointCount > 2""", SegmentKeeping.Kept) with { Version = 2 },
        Segment("quiet", """not lastContactedAt in last 3 days and segment not in ("contacted")""", SegmentKeeping.Kept),
        Segment("contacted", """(lastContactedAt > lastHeardFromAt or phaseSince in this week) and no promises where state = "broken" """, SegmentKeeping.Kept),
    ];

    /// <summary>Gets segments over dates and sets, which refer to each other three deep and more.</summary>
    internal static ImmutableArray<SegmentDefinition> DeepSegments { get; } =
    [
        Segment("top", """segment in ("third") and touchpointCount >= 1 or segment not in ("first", "list")""", SegmentKeeping.Kept),
        Segment("third", """segment not in ("second") or phaseSince < startOfWeek - 2 days"""),
        Segment("second", """segment in ("first") and not lastHeardFromAt in last 2 days"""),
        Segment("first", """sources all of ("fair") or roles any of ("employee", "talent") or snoozedUntil in next 5 days"""),
        Segment("list", null),
    ];

    private static ImmutableArray<SegmentDefinition> ByCountry { get; } =
    [
        KeptSegments[0],
        Segment("warm-german", """country = "DE" or segment in ("list")""", SegmentKeeping.Kept) with { Version = 2 },
        Segment("list", null),
    ];

    /// <summary>Gets segments over single touchpoints, of every way to count and every way of time, so that some end, some begin, and some are settled at once.</summary>
    internal static ImmutableArray<SegmentDefinition> ByTouches { get; } =
    [
        Segment("writes", """count(touchpoints where direction = "inbound" and at in last 5 days) >= 2""", SegmentKeeping.Kept),
        Segment("rests", """(no touchpoints where at in last 2 days) or count(touchpoints where at more than 3 days ago and automated = false) >= 2""", SegmentKeeping.Kept),
        Segment("mostly-old", """count(touchpoints where kind != "email.clicked" and not at in last 1 week) >= 50%""", SegmentKeeping.Kept),
        Segment("all-new", """not all touchpoints where at in last 4 days or application has value""", SegmentKeeping.Kept),
        Segment("few", """count(touchpoints where at in this week) <= 2 and segment not in ("replied-twice")""", SegmentKeeping.Kept),
        Segment("replied-twice", """count(touchpoints where kind = "email.replied") = 2 or some touchpoints where (at in last 3 days and direction = "outbound")"""),
        Segment("known", """touchpoints has value and firstContactAt more than 6 days ago""", SegmentKeeping.Kept),
    ];

    /// <summary>Gets some of these again, one with another number, and one more.</summary>
    private static ImmutableArray<SegmentDefinition> OtherTouches { get; } =
    [
        Segment("writes", """count(touchpoints where direction = "inbound" and at in last 5 days) >= 3""", SegmentKeeping.Kept) with { Version = 2 },
        ByTouches[2],
        ByTouches[6],
        Segment("wavers", """count(touchpoints where at in last 1 day or at more than 4 days ago) = 3""", SegmentKeeping.Kept),
    ];

    private static SegmentDefinition Segment(string key, string? rule, SegmentKeeping keeping = SegmentKeeping.OnDemand) => new() { Key = SegmentKey.From(key), Rule = rule, Keeping = keeping };

    /// <summary>What anybody could use is protected, and what was protected may be used.</summary>
    private static AttributeDefinition Stricter(AttributeDefinition attribute) => attribute with
    {
        Version = 2,
        Class = attribute.Key.Value switch { "country" => AttributeClass.Protected, "skills" => AttributeClass.Ordinary, "gender" => AttributeClass.Ordinary, _ => AttributeClass.Protected },
    };

    private static OnceExpectation CallBack { get; } = new()
    {
        Key = ExpectationKey.From("call-back"),
        StartedBy = FactPattern.Touch(TouchKinds.EmailClicked).Or<OfferMade>(),
        KeptBy = FactPattern.Touch(Direction.Outbound),
        AutomationMayKeep = true,
        Limit = Limit.WorkingTime(Duration.FromHours(3)),
        Calendar = TestRules.Office,
    };

    private static WorkingCalendar ShortDays { get; } =
        WorkingCalendar.In("Europe/Berlin").Named(TestRules.Office).AsVersion(2).Open(DaysOfWeek.Weekdays, "08:00-14:00").Build();

    private static WorkingCalendar WholeWeeks { get; } =
        WorkingCalendar.In("Europe/Berlin").Named(TestRules.Office).AsVersion(3).Open(DaysOfWeek.Weekdays, "09:00-12:30", "13:30-18:00").Open([IsoDayOfWeek.Saturday], "10:00-14:00").Build();

    private static PipelineDefinition OtherOrder { get; } = new CrmRulesBuilder().Pipeline("standard", "applied", "interview", "screening", "offer").Build().Pipelines[0] with { Version = 2 };

    private static PipelineDefinition Short { get; } = new CrmRulesBuilder().Pipeline("short", "somewhere", "final").Build().Pipelines[0];

    /// <summary>Expects moves one step forward only, with conditions, with stages of its own for an opening, and gives drafts a day.</summary>
    private static PipelineDefinition Strict { get; } = new()
    {
        Key = PipelineKey.From("standard"),
        Version = 3,
        AllowsBackward = false,
        AllowsSkipping = false,
        AbandonsDraftsAfter = Duration.FromDays(1),
        SameApplicationWithin = Duration.FromDays(2),
        Stages =
        [
            new Stage { Key = StageKey.From("applied"), Name = "applied", Category = StageCategory.Applied },
            new Stage { Key = StageKey.From("screening"), Name = "screening", Category = StageCategory.Screen, Requires = [StageCondition.Submitted] },
            new Stage { Key = StageKey.From("interview"), Name = "interview", Category = StageCategory.Interview },
            new Stage { Key = StageKey.From("final"), Name = "final", Category = StageCategory.Offer, Requires = [StageCondition.InterviewHeld, StageCondition.OfferMade] },
        ],
        Overrides =
        [
            new PipelineOverride
            {
                Requisitions = [RequisitionId.From("req-2")],
                Stages = [new Stage { Key = StageKey.From("screening"), Name = "screening", Category = StageCategory.Screen }, new Stage { Key = StageKey.From("talk"), Name = "talk", Category = StageCategory.Interview }],
            },
        ],
    };

    private static DispositionTaxonomy Reasons { get; } = new()
    {
        Key = TaxonomyKey.From("reasons"),
        Reasons = [new DispositionReason { Code = ReasonCode.From("mistake"), Name = "mistake", Dispositions = [Disposition.Withdrew] }],
        NeedingReason = [Disposition.Withdrew],
    };

    /// <summary>Gets seven more, so that ten kinds of promises run side by side: some minutes, some days, of an application and of the person.</summary>
    internal static ImmutableArray<Expectation> SevenMore { get; } =
    [
        More("confirm-stage", FactPattern.Of<StageEntered>(), Limit.WorkingTime(Duration.FromMinutes(25))),
        More("follow-offer", FactPattern.Of<OfferMade>(), Limit.BusinessDays(5)) with { KeptBy = FactPattern.Of<StageEntered>() },
        More("welcome", FactPattern.Of<CandidateFound>(), Limit.BusinessDays(1, BusinessDayMode.SameClockTime)),
        More("answer-click", FactPattern.Touch(TouchKinds.EmailClicked), Limit.WorkingTime(Duration.FromHours(12))) with { AutomationMayKeep = true },
        More("stay-in-touch", FactPattern.Touch(Direction.Outbound), Limit.BusinessDays(2, afterClosing: AfterClosing.NextDate)) with { KeptBy = FactPattern.Touch(Direction.Inbound) },
        More("first-stage", FactPattern.Of<ApplicationSubmitted>(), Limit.WorkingTime(Duration.FromSeconds(2_740))) with { KeptBy = FactPattern.Of<StageEntered>() },
        More("apologize", FactPattern.Touch(TouchKinds.EmailUnsubscribed), Limit.BusinessDays(10)) with { TaskWhenBroken = false },
    ];

    private static OnceExpectation More(string key, FactPattern startedBy, Limit limit) => new()
    {
        Key = ExpectationKey.From(key),
        StartedBy = startedBy,
        KeptBy = FactPattern.Touch(Direction.Outbound),
        Limit = limit,
        Calendar = TestRules.Office,
    };

    private static CrmRules WithTen(CrmRules rules) => rules with { Expectations = [.. TestRules.Everything.Expectations, .. SevenMore] };

    // Stands last: it is made of what stands above.
    internal static CrmRules[] Pool { get; } =
    [
        TestRules.Everything,
        .. Enumerable.Range(1, 47).Select(seed => Drawn(new Random(seed))),
        .. Enumerable.Range(48, 12).Select(seed => WithTen(Drawn(new Random(seed)))),
    ];
}
