using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Talent;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Rules;

/// <summary>Definitions of every kind from one seed, each without a fault of its own.</summary>
internal static class RandomDefinition
{
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "UTC", "Asia/Kolkata", "UTC+02"];
    private static readonly string[] Hours = ["09:00-12:30", "13:30-18:00", "20:00-24:00", "18:00:30.5-19:00"];
    private static readonly string[] Texts = ["Wir melden uns.", "日本 😀", "with \"quotes\" and \\", "<b>&'</b>\tx", "two\nlines"];
    private static readonly decimal[] Numbers = [0, 1, 0.5m, 12.50m, 1_000, 0.000000001m, 999.999999999m];
    private static readonly Duration[] Lengths = [Duration.FromDays(30), Duration.FromHours(36), Duration.FromSeconds(1), Duration.FromMinutes(90), Duration.FromNanoseconds(1_500_000_001), Duration.FromDays(36_525), Duration.FromDays(2) + Duration.FromSeconds(3)];

    internal static Definition Of(int seed)
    {
        var dice = new Dice(seed);
        return dice.Below(13) switch
        {
            0 => Definition.Of(Settings(dice)),
            1 => Definition.Of(Lifecycle(dice)),
            2 => Definition.Of(Pipeline(dice, "pipeline")),
            3 => Definition.Of(Upon(Calendar(dice, "calendar"), CalendarKey.From("company"), dice)),
            5 => Definition.Of(Dispositions(dice)),
            4 => Definition.Of(Expectation(dice, "expectation", CalendarKey.From("office"))),
            6 => Definition.Of(PublicStatus(dice)),
            7 => Definition.Of(Fit(dice, "fit", [])),
            8 => Definition.Of(Experience(dice, dice.Coin ? default : dice.Code<FactCode>())),
            9 => Definition.Of(Zone(One(Zones, dice), dice)),
            10 => Definition.Of(Attribute(dice, "attribute")),
            11 => Definition.Of(Segment(dice, "segment")),
            _ => Definition.Of(Score(dice, "score")),
        };
    }

    /// <summary>Returns whole rules without faults: definitions in an order of their own, expectations counted with their calendars.</summary>
    internal static CrmRules Rules(int seed)
    {
        var dice = new Dice(seed);
        var calendars = Calendars(dice);
        ImmutableArray<ScoringModel> scores = [.. Keys(dice).Select(key => Score(dice, key))];
        return new CrmRules
        {
            Zone = Settings(dice).Zone,
            Announced = Settings(dice).Announced,
            Refusals = Settings(dice).Refusals,
            Readiness = Settings(dice).Readiness,
            Lifecycle = dice.Coin ? Lifecycle(dice) : null,
            Pipelines = [.. Keys(dice).Select(key => Pipeline(dice, key))],
            PublicStatus = dice.Coin ? PublicStatus(dice) : null,
            Dispositions = dice.Coin ? Dispositions(dice) : null,
            Calendars = calendars,
            Zones = [.. Zones.Where(_ => dice.Coin).Order(StringComparer.OrdinalIgnoreCase).Select(id => Zone(id, dice))],
            Expectations = calendars.IsEmpty ? [] : [.. Keys(dice).Select(key => Expectation(dice, key, calendars[dice.Below(calendars.Length)].Key))],
            Scores = scores,
            Fits = [.. Keys(dice).Select(key => Fit(dice, key, scores))],
            Experience = dice.Coin ? Experience(dice, default) : null,
            Attributes = [.. Keys(dice).Select(key => Attribute(dice, key))],
            Segments = [.. Keys(dice).Select(key => Segment(dice, key))],
        };
    }

    private static ZoneTable Zone(string id, Dice dice) =>
        ZoneTable.Of(DateTimeZoneProviders.Tzdb[id], $"data {dice.Below(9)}", new LocalDate(1900, 1, 1), new LocalDate(1990 + dice.Below(60), 1, 1), 1 + dice.Below(9));

    private static IEnumerable<string> Keys(Dice dice) => Shuffled(["a", "b", "c", "d-1", "d.1", "d_1", "zeta"], dice).Take(dice.Below(6));

    private static RulesSettings Settings(Dice dice) => new()
    {
        Zone = DateTimeZoneProviders.Tzdb[One(Zones, dice)],
        Refusals = dice.Coin ? RefusalPolicy.Default : new RefusalPolicy
        {
            WindowDays = dice.Below(366), StaleAfterDays = 1 + dice.Below(3_650), AutomationTells = dice.Coin, OnlyMarkedTells = dice.Coin,
            Separate = new ProcessSeparation
            {
                OtherPipeline = dice.Coin, OtherFamily = dice.Coin, Pipelines = [.. dice.Some(dice.Code<PipelineKey>)], Families = [.. dice.Some(dice.Code<RequisitionFamily>)],
            },
        },
        Readiness = dice.Coin ? ReadinessPolicy.Default : new ReadinessPolicy
        {
            FromCategory = One(Enum.GetValues<StageCategory>(), dice),
            HeardWithinDays = 1 + dice.Below(3_650),
            AtLeast = One(Enum.GetValues<Availability>(), dice),
            Against = [.. dice.Some(() => One(["fraud", "no-show", "other"], dice)).Select(ReasonCode.From)],
        },
        Announced = [.. dice.Some(() => One(["charter.promise_broken", "lifecycle.phase_changed", "engagement.band_changed", "charter.promise_kept"], dice))],
        Order = [.. Shuffled([new DefinitionName(DefinitionKind.Pipeline, "standard"), new DefinitionName(DefinitionKind.Score, "engagement"), new DefinitionName(DefinitionKind.From("of-tomorrow"), "x")], dice).Take(dice.Below(4))],
    };

    /// <summary>The default under other words: its phases renamed, its rows shuffled.</summary>
    private static LifecycleDefinition Lifecycle(Dice dice)
    {
        var names = LifecycleDefinition.Default.Phases.ToDictionary(phase => phase, phase => dice.Coin ? phase : Phase.From($"p{dice.Below(1_000)}-{phase}"));
        return new LifecycleDefinition
        {
            Key = LifecycleKey.From($"lifecycle-{dice.Below(9)}"),
            Version = Version(dice),
            Start = names[LifecycleDefinition.Default.Start],
            Phases = [.. Shuffled([.. names.Values], dice)],
            Rows = [.. Shuffled([.. LifecycleDefinition.Default.Rows], dice).Select(row => new LifecycleRow { From = names[row.From], Trigger = row.Trigger, To = names[row.To] })],
        };
    }

    private static AttributeDefinition Attribute(Dice dice, string key)
    {
        var kind = dice.Word<AttributeClass>();
        var type = kind == AttributeClass.Contact ? FieldType.Text : One([.. Enum.GetValues<FieldType>().Where(each => each != FieldType.Collection)], dice);
        return new AttributeDefinition
        {
            Key = FactCode.From(key),
            Version = Version(dice),
            Type = type,
            Class = kind,
            Justification = kind == AttributeClass.Proxy && dice.Coin ? new FieldJustification { Who = "works-council", Why = dice.Text, Until = Instant.FromUtc(2027, 1, 1, 0, 0) } : null,
            IsCaseSensitive = type == FieldType.Text && dice.Coin,
        };
    }

    private static SegmentDefinition Segment(Dice dice, string key) => new()
    {
        Key = SegmentKey.From(key),
        Version = Version(dice),
        Name = dice.Coin ? null : dice.Text.Trim() is { Length: > 0 } text && HostText.IsId(text) ? text : "Wärme 😀",
        Rule = One<string?>([null, "phase = \"attract\"", "not lastContactedAt in last 90 days  or touchpointCount>3", """{"combinator":"and","rules":[{"field":"phase","operator":"=","value":"hire"}]}"""], dice),
        Keeping = dice.Word<SegmentKeeping>(),
    };

    private static PipelineDefinition Pipeline(Dice dice, string key) => new()
    {
        Key = PipelineKey.From(key),
        Version = Version(dice),
        Stages = Stages(dice),
        AllowsBackward = dice.Coin,
        AllowsSkipping = dice.Coin,
        Overrides = [.. Enumerable.Range(0, dice.Below(3)).Select(i => new PipelineOverride { Requisitions = [RequisitionId.From($"Ä {i}"), .. dice.Coin ? [] : new[] { RequisitionId.From($"req-{i}") }], Stages = Stages(dice) })],
        AbandonsDraftsAfter = dice.Coin ? null : Duration.FromDays(1 + dice.Below(3_650)),
        SameApplicationWithin = dice.Coin ? PipelineDefinition.SameApplicationByDefault : Duration.FromSeconds(dice.Below(2_592_001)),
        Reminders = [.. Enumerable.Range(0, dice.Below(3)).Select(i => new InterviewReminder { Key = ReminderKey.From($"reminder-{i}"), Time = Time(dice) })],
    };

    private static PublicStatusDefinition PublicStatus(Dice dice)
    {
        ImmutableArray<PublicStepKey> keys = [.. Enumerable.Range(0, 1 + dice.Below(5)).Select(i => PublicStepKey.From($"step-{i}"))];
        return new PublicStatusDefinition
        {
            Key = PublicStatusKey.From($"status-{dice.Below(9)}"),
            Version = Version(dice),
            Steps = [.. keys.Select((key, i) => new PublicStep
            {
                Key = key, Title = Words(dice), Next = dice.Coin ? Words(dice) : ImmutableSortedDictionary<string, string>.Empty, IsQueue = dice.Coin, Delay = i > 0 && dice.Coin ? Delay(dice) : null,
            })],
            Rows = [.. Shuffled(Enum.GetValues<StageCategory>(), dice).Take(dice.Below(5)).Select((category, i) => new PublicRow
            {
                Step = One([.. keys], dice), Categories = [category], Stages = dice.Coin ? [StageKey.From($"stage-{i}")] : [], Pipeline = dice.Coin ? PipelineKey.From("a") : default,
            })],
            Endings = [.. Shuffled(Enum.GetValues<Disposition>(), dice).Take(dice.Below(4)).Select(disposition => new PublicEnding { Step = One([.. keys], dice), Dispositions = [disposition] })],
        };
    }

    private static PublicDelay Delay(Dice dice) => dice.Coin
        ? new PublicDelay { AtLeast = One(Lengths[..5], dice) }
        : new PublicDelay { AwaitsMessage = true, AtLeast = One(Lengths[..5], dice), AtMost = dice.Coin ? Duration.FromDays(60) : null };

    private static ImmutableSortedDictionary<string, string> Words(Dice dice) => ImmutableSortedDictionary<string, string>.Empty.Add("de", One(Texts, dice)).Add("en", One(Texts, dice));

    private static ImmutableArray<Stage> Stages(Dice dice) => [.. Enumerable.Range(0, 1 + dice.Below(5)).Select(i => new Stage
    {
        Key = StageKey.From($"stage-{i}"),
        Name = dice.Coin ? $"stage-{i}" : dice.Text,
        Category = dice.Word<StageCategory>(),
        Requires = [.. Shuffled(Enum.GetValues<StageCondition>(), dice).Take(dice.Below(3))],
    })];

    private static DispositionTaxonomy Dispositions(Dice dice)
    {
        var endings = Enum.GetValues<Disposition>().Where(disposition => disposition != Disposition.Hired).ToArray();
        return new DispositionTaxonomy
        {
            Key = TaxonomyKey.From("reasons"),
            Version = Version(dice),
            Reasons = [.. Enumerable.Range(0, 1 + dice.Below(4)).Select(i => new DispositionReason
            {
                Code = ReasonCode.From($"reason-{i}"),
                Name = dice.Coin ? $"reason-{i}" : dice.Text,
                Dispositions = [.. Shuffled(endings, dice).Take(i == 0 ? endings.Length : 1 + dice.Below(3))],
                Kind = dice.Word<ReasonKind>(),
            })],
            NeedingReason = dice.Coin ? DispositionTaxonomy.NeedingReasonByDefault : [.. Shuffled(endings, dice).Take(dice.Below(4))],
        };
    }

    private static ReminderTime Time(Dice dice) => dice.Coin
        ? ReminderTime.Ahead(Duration.FromMinutes(1 + dice.Below(60 * 24 * 60)))
        : ReminderTime.DaysBefore(dice.Below(61), LocalTime.FromMinutesSinceMidnight(dice.Below(24 * 60)));

    private static Expectation Expectation(Dice dice, string key, CalendarKey calendar)
    {
        var once = Once(dice, key, calendar);
        var again = once.Limit.Unit == LimitUnit.FixedInstant ? Limit.BusinessDays(3) : once.Limit;
        TimedExpectation timed = dice.Below(8) switch
        {
            0 => new AnswerExpectation { Key = once.Key, StartedBy = once.StartedBy, KeptBy = once.KeptBy, Calendar = calendar, Limit = again },
            1 => new CadenceExpectation { Key = once.Key, StartedBy = once.StartedBy, KeptBy = once.KeptBy, Calendar = calendar, Every = again },
            2 => new CompletionExpectation { Key = once.Key, StartedBy = once.StartedBy, KeptBy = once.KeptBy, Calendar = calendar, Limit = once.Limit, UndoneBy = dice.Coin ? null : FactPattern.Custom(FactCode.From("undone")) },
            3 => new SilenceExpectation
            {
                Key = once.Key, StartedBy = once.StartedBy, KeptBy = once.KeptBy, Calendar = calendar,
                Limits = [new StageLimit { Stage = StageKey.From("a"), Category = dice.Coin ? null : dice.Word<StageCategory>(), Limit = again }, new StageLimit { Limit = again }],
            },
            4 => new AppointmentExpectation { Key = once.Key, StartedBy = FactPattern.Of<ContactPromised>().Or(FactPattern.Custom(FactCode.From("agreed"))), KeptBy = once.KeptBy, Calendar = calendar, Attribute = FactCode.From("at"), Again = dice.Word<AgainRule>() },
            _ => once with { Again = dice.Word<AgainRule>() },
        };
        Expectation[] either = [Prohibition(dice, once), (dice.Coin ? timed : timed with { Pauses = [Pause(dice)], Levels = [.. Levels(dice, calendar)] }) with
        {
            Version = once.Version,
            EndedBy = dice.Coin ? null : FactPattern.Custom(FactCode.From("ended")),
            Scope = dice.Coin ? ExpectationScope.All : new ExpectationScope { Requisitions = dice.Coin ? [] : [RequisitionId.From("req/1 «ä»")], Pipelines = dice.Coin ? [] : [PipelineKey.From("p")], Reached = dice.Coin ? null : dice.Word<StageCategory>() },
            Severity = dice.Word<Severity>(),
            WhenApplicationEnds = dice.Word<ApplicationEndRule>(),
            TaskWhenBroken = once.TaskWhenBroken,
            AutomationMayKeep = once.AutomationMayKeep,
            AmongColleagues = dice.Coin,
            Text = once.Text,
        }];
        return either[Math.Min(1, dice.Below(8))];
    }

    private static ProhibitionExpectation Prohibition(Dice dice, OnceExpectation once) => new()
    {
        Key = once.Key, StartedBy = once.StartedBy, BrokenBy = once.KeptBy, Version = once.Version, OnlyWithoutPerson = dice.Coin, WholeRelationship = dice.Coin, Text = once.Text,
        Allowance = dice.Coin ? null : new Allowance { Count = 1 + dice.Below(Allowance.Most), Within = Duration.FromMinutes(1 + dice.Below(366 * 24 * 60)) },
    };

    private static PauseRule Pause(Dice dice) => new()
    {
        Reason = dice.Code<PauseReason>(), PausedBy = FactPattern.Of<WaitingBegan>(), ResumedBy = FactPattern.Of<WaitingEnded>().Or(FactPattern.Ended(Disposition.Withdrew)), Longest = dice.Coin ? null : Duration.FromMinutes(1 + dice.Below(60 * 24 * 60)),
    };

    private static IEnumerable<PromiseLevel> Levels(Dice dice, CalendarKey calendar) => Enumerable.Range(0, dice.Below(4)).Select(i => new PromiseLevel
    {
        Key = LevelKey.From(FormattableString.Invariant($"level-{i}")),
        Kind = LevelKind.Escalation,
        At = dice.Coin ? LevelTime.OfLimit((1 + dice.Below(1_000_000)) / 10_000m) : LevelTime.AfterDue(Duration.FromSeconds(dice.Below(36_000_000))),
        To = i == 0 ? [] : [StaffRole.From("lead"), StaffRole.From("head")],
        Every = i == 0 ? null : Duration.FromSeconds(1 + dice.Below(36_000_000)),
        OpensTask = dice.Coin,
        NoticeHours = dice.Coin ? default : calendar,
    });

    private static OnceExpectation Once(Dice dice, string key, CalendarKey calendar) => new()
    {
        Key = ExpectationKey.From(key),
        Version = Version(dice),
        StartedBy = Pattern(dice, inbound: true),
        KeptBy = Pattern(dice, inbound: false),
        Limit = dice.Coin ? Limit.WorkingTime(Limited(dice)) : dice.Below(4) == 0 ? Limit.Until(dice.At) : Limit.BusinessDays(1 + dice.Below(250), dice.Word<BusinessDayMode>(), dice.Word<AfterClosing>()),
        Calendar = calendar,
        AutomationMayKeep = dice.Coin,
        TaskWhenBroken = dice.Coin,
        Text = ImmutableSortedDictionary<string, string>.Empty.AddRange(dice.Some(() => One(["en", "de", "de-AT", "zh-Hant-TW", "EN"], dice)).Distinct().Select(tag => KeyValuePair.Create(tag, One(Texts, dice)))),
    };

    private static Duration Limited(Dice dice) => One(Lengths, dice) is var length && length <= Duration.FromHours(10_000) ? length : Duration.FromHours(10_000);

    private static FactPattern Pattern(Dice dice, bool inbound) => new()
    {
        AnyOf =
        [
            .. Enumerable.Range(0, 1 + dice.Below(4)).Select(_ => dice.Below(3) switch
            {
                0 => new FactMatch { Type = "touchpoint.recorded", Kind = dice.Coin ? dice.Code<TouchKind>() : default, Direction = inbound ? Direction.Inbound : Direction.Outbound },
                1 => new FactMatch { Type = "host.custom", Code = FactCode.From(inbound ? "asked" : "answered") },
                _ => new FactMatch { Type = inbound ? "application.submitted" : "application.ended" },
            }),
        ],
    };

    /// <summary>A fit over scores whose bands its matrix names, where there are any.</summary>
    private static FitDefinition Fit(Dice dice, string key, ImmutableArray<ScoringModel> scores)
    {
        var score = scores.FirstOrDefault(each => each.Bands.Length > 0);
        ImmutableArray<FitBand> bands = [.. Enumerable.Range(0, dice.Below(4)).Select(i => new FitBand { Key = BandKey.From($"fit-{i}"), From = i == 0 ? null : (10 * i) + One([0m, 0.5m, 0.000001m], dice) })];
        return new FitDefinition
        {
            Key = FitKey.From(key),
            Version = Version(dice),
            Criteria = [.. Enumerable.Range(0, 1 + dice.Below(4)).Select(i => new FitDefinitionCriterion
            {
                Key = FitCriterionKey.From($"c-{i}"), Points = 1 + One([0m, 0.25m, 9_999m, 0.000001m], dice), Rule = """{"combinator":"and","rules":[{"field":"Ä \u0001 «x»","operator":"=","value":"<ü>"}]}""",
            })],
            Bands = bands,
            Score = score?.Key,
            Matrix = score is null ? [] : [.. bands.Take(2).Select(band => new FitCell { Fit = band.Key, Engagement = score.Bands[^1].Key, Name = dice.Code<FitCellKey>() })],
        };
    }

    private static ExperienceModel Experience(Dice dice, FactCode about) => new()
    {
        Key = ExperienceKey.From($"felt-{dice.Below(9)}"),
        Version = Version(dice),
        PeakWeight = One([0.5m, 0.65m, 0.333333333m], dice),
        EndWeight = One([0.1m, 0m, 0.000000001m], dice),
        MeanWeight = One([0m, 0.25m], dice),
        Moments = [.. Shuffled([MomentKinds.PromiseKept, MomentKinds.PromiseBroken, MomentKinds.SilentDeadline, MomentKinds.Rejected], dice).Take(dice.Below(5)).Select(kind => new MomentRule { Kind = kind, About = about, Valence = dice.Coin ? null : dice.Below(201) - 100 })],
        Surveys = [.. Enumerable.Range(0, 1 + dice.Below(2)).Select(i => new SurveyScale { Fact = FactCode.From($"survey-{i}"), Answer = FactCode.From("rating"), Worst = dice.Coin ? 1 : 10.5m, Best = 5 })],
    };

    private static ScoringModel Score(Dice dice, string key)
    {
        ImmutableArray<SignalGroup> groups = [.. Enumerable.Range(0, dice.Below(3)).Select(i => new SignalGroup { Key = SignalGroupKey.From($"group-{i}"), Cap = One(Numbers, dice) })];
        var enter = -5m;
        return new ScoringModel
        {
            Key = ScoreKey.From(key),
            Version = Version(dice),
            Signals = [.. Enumerable.Range(0, 1 + dice.Below(4)).Select(i => Signal(dice, i, groups))],
            Groups = groups,
            Floor = dice.Coin ? -One(Numbers, dice) : null,
            Ceiling = dice.Coin ? One(Numbers, dice) : null,
            Bands =
            [
                .. Enumerable.Range(0, dice.Below(4)).Select(i => i == 0
                    ? new Band { Key = BandKey.From("band-0") }
                    : new Band { Key = BandKey.From($"band-{i}"), Enter = enter += 0.1m + One(Numbers, dice), Exit = dice.Coin ? enter - One(Numbers, dice) : null }),
            ],
        };
    }

    private static Signal Signal(Dice dice, int number, ImmutableArray<SignalGroup> groups) => new()
    {
        Kind = TouchKind.From($"kind.{number}"),
        Weight = dice.Below(4) switch { 0 => 1.2345678901234567890123456789m, 1 => -0.0000000000000000000000000001m, 2 => -One(Numbers, dice), _ => One(Numbers, dice) },
        HalfLife = dice.Coin ? One(Lengths, dice) : null,
        Cap = dice.Coin ? One(Numbers, dice) : null,
        Saturation = dice.Coin ? One(Numbers[1..5], dice) : null,
        Group = dice.Coin && !groups.IsEmpty ? One([.. groups], dice).Key : null,
    };

    /// <summary>Returns calendars of which some change what one before them says.</summary>
    private static ImmutableArray<WorkingCalendar> Calendars(Dice dice)
    {
        var calendars = new List<WorkingCalendar>();
        foreach (var calendar in Keys(dice).Select(key => Calendar(dice, key)))
        {
            var beneath = calendars.FirstOrDefault(each => each.Zone.Equals(calendar.Zone));
            calendars.Add(beneath is null ? calendar : calendar.NextVersion().InPlaceOf(beneath.Key).AsVersion(calendar.Version).Build());
        }

        return [.. calendars];
    }

    private static WorkingCalendar Upon(WorkingCalendar calendar, CalendarKey beneath, Dice dice) => dice.Below(3) switch
    {
        0 => calendar.NextVersion().InPlaceOf(beneath).AsVersion(calendar.Version).Build(),
        1 => calendar.NextVersion().Within(beneath).AsVersion(calendar.Version).Build(),
        _ => calendar,
    };

    private static WorkingCalendar Calendar(Dice dice, string key)
    {
        var builder = WorkingCalendar.In(One(Zones, dice)).Named(CalendarKey.From(key)).AsVersion(Version(dice)).Open(IsoDayOfWeek.Monday, "09:00-17:00");
        foreach (var day in Enumerable.Range(2, 6))
        {
            builder.Open((IsoDayOfWeek)day, [.. Shuffled(Hours, dice).Take(dice.Below(5))]);
        }

        foreach (var day in Enumerable.Range(0, dice.Below(5)))
        {
            builder.Override(Date(dice).PlusDays(day * 1_000), [.. Shuffled(Hours, dice).Take(dice.Below(4))]);
            builder.Close(Date(dice), "Betriebsausflug");
            builder.Close(new Closure { Date = Date(dice), Part = DayHours.Parse("22:00-06:00"), Reason = "night", Holiday = dice.Coin ? "n" : null });
            builder.SwitchOff(Date(dice));
        }

        builder.Holidays(dice.Some(() => Date(dice) is var from ? new Holiday { Id = $"h{dice.Below(9)}", Name = "Fest", From = from, To = from.PlusDays(dice.Below(3)) } : null!).DistinctBy(holiday => holiday.Id));
        return (dice.Coin ? builder.StartingOn(new LocalDate(2020, 1, 1)).EndingOn(new LocalDate(2050, 12, 31)) : builder).Build();
    }

    private static LocalDate Date(Dice dice) => new LocalDate(2026, 1, 1).PlusDays(dice.Below(900));

    private static int Version(Dice dice) => dice.Coin ? 1 : 1 + dice.Below(int.MaxValue - 1);

    private static T One<T>(T[] of, Dice dice) => of[dice.Below(of.Length)];

    private static IEnumerable<T> Shuffled<T>(T[] items, Dice dice) => items.OrderBy(_ => dice.Below(1_000_000));
}
