using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Rules;

/// <summary>What the published definitions say, with every member that their kind has.</summary>
internal static class GoldenDefinitions
{
    internal static IReadOnlyDictionary<string, Definition> All { get; } = new Dictionary<string, Definition>
    {
        ["settings.v1"] = Definition.Of(new RulesSettings
        {
            Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            Announced = ["charter.promise_broken", "lifecycle.phase_changed"],
            Order = [new DefinitionName(DefinitionKind.Pipeline, "standard"), new DefinitionName(DefinitionKind.Expectation, "decide-application")],
        }),
        ["lifecycle.v1"] = Definition.Of(new LifecycleDefinition
        {
            Key = LifecycleKey.From("short"),
            Version = 3,
            Start = Phase.Discover,
            Phases = [Phase.Discover, Phase.Hire],
            Rows =
            [
                new LifecycleRow { From = Phase.Discover, Trigger = LifecycleTrigger.Found, To = Phase.Discover },
                new LifecycleRow { From = Phase.Discover, Trigger = LifecycleTrigger.Applied, To = Phase.Hire },
                new LifecycleRow { From = Phase.Hire, Trigger = LifecycleTrigger.ProcessEnded, To = Phase.Discover },
            ],
        }),
        ["zone.v1"] = Definition.Of(new ZoneTable(
            "Europe/Berlin",
            2,
            "TZDB: 2026a",
            Offset.FromSeconds(3_208),
            [
                new OffsetChange { At = Instant.FromUtc(1893, 3, 31, 23, 6, 32), Offset = Offset.FromHours(1) }, new OffsetChange { At = Instant.FromUtc(1916, 4, 30, 22, 0), Offset = Offset.FromHours(2) },
                new OffsetChange { At = Instant.FromUtc(1945, 5, 24, 0, 30), Offset = Offset.FromHoursAndMinutes(2, 30) },
            ])),
        ["pipeline.v1"] = Definition.Of(new PipelineDefinition
        {
            Key = PipelineKey.From("standard"),
            Version = 2,
            Stages = [new Stage { Key = StageKey.From("applied"), Name = "applied" }, new Stage { Key = StageKey.From("interview"), Name = "Gespräch \"eins\"" }],
        }),
        ["pipeline.v1.reminders"] = Definition.Of(new PipelineDefinition
        {
            Key = PipelineKey.From("standard"),
            Version = 3,
            Stages = [new Stage { Key = StageKey.From("applied"), Name = "applied" }],
            Reminders =
            [
                new InterviewReminder { Key = ReminderKey.From("day-before"), Time = ReminderTime.DaysBefore(1, new LocalTime(18, 0)) },
                new InterviewReminder { Key = ReminderKey.From("hour-before"), Time = ReminderTime.Ahead(Duration.FromHours(1)) },
            ],
        }),
        ["pipeline.rules.v1"] = Definition.Of(new PipelineDefinition
        {
            Key = PipelineKey.From("strict"),
            Stages =
            [
                new Stage { Key = StageKey.From("applied"), Name = "applied", Category = StageCategory.Applied },
                new Stage { Key = StageKey.From("offer"), Name = "offer", Category = StageCategory.Offer, Requires = [StageCondition.InterviewHeld, StageCondition.OfferMade] },
            ],
            AllowsBackward = false,
            AllowsSkipping = false,
            Overrides = [new PipelineOverride { Requisitions = [RequisitionId.From("Ä 17/b")], Stages = [new Stage { Key = StageKey.From("talk"), Name = "talk" }] }],
            AbandonsDraftsAfter = Duration.FromDays(14),
            SameApplicationWithin = Duration.FromHours(1),
        }),
        ["dispositions.v1"] = Definition.Of(new DispositionTaxonomy
        {
            Key = TaxonomyKey.From("reasons"),
            Version = 3,
            Reasons =
            [
                new DispositionReason { Code = ReasonCode.From("second-best"), Name = "Another one was better", Dispositions = [Disposition.Rejected, Disposition.PositionClosed], Kind = ReasonKind.SecondBest },
                new DispositionReason { Code = ReasonCode.From("salary"), Name = "salary", Dispositions = [Disposition.Withdrew], Kind = ReasonKind.Compensation },
            ],
            NeedingReason = [Disposition.Rejected],
        }),
        ["calendar.v1"] = Definition.Of(WorkingCalendar.In("Europe/Berlin").Named(CalendarKey.From("office")).AsVersion(4)
            .StartingOn(new LocalDate(2020, 1, 1)).EndingOn(new LocalDate(2040, 12, 31))
            .Open(DaysOfWeek.Weekdays, "09:00-12:30", "13:30-18:00").Open(IsoDayOfWeek.Saturday, "22:00-24:00").Open(IsoDayOfWeek.Sunday, "22:00-06:00")
            .Override(new LocalDate(2026, 4, 2), "09:00-12:00").Override(new LocalDate(2026, 4, 7))
            .Close(new LocalDate(2026, 6, 5), "Betriebsausflug")
            .Close(new Closure { Date = new LocalDate(2026, 12, 24), Part = DayHours.Parse("12:00-24:00"), Reason = "Heiligabend", Holiday = "eve.2026" })
            .Holidays([new Holiday { Id = "christmas.2026", Name = "Weihnachten", From = new LocalDate(2026, 12, 25), To = new LocalDate(2026, 12, 26) }])
            .SwitchOff(new LocalDate(2026, 12, 26))
            .Build()),
        ["calendar-layered.v1"] = Definition.Of(WorkingCalendar.In("Europe/Berlin").Named(CalendarKey.From("site")).InPlaceOf(CalendarKey.From("company")).Override(new LocalDate(2026, 12, 24), "09:00-11:00").Build()),
        ["expectation.v1"] = Definition.Of(new OnceExpectation
        {
            Key = ExpectationKey.From("feedback-after-interview"),
            Version = 2,
            StartedBy = FactPattern.Of<InterviewHeld>().Or(FactPattern.Custom(FactCode.From("visit.held"))),
            KeptBy = FactPattern.Touch(TouchKinds.CallHeld, Direction.Outbound).Or<ApplicationEnded>(),
            Limit = Limit.BusinessDays(2, BusinessDayMode.SameClockTime, AfterClosing.NextDate),
            Calendar = CalendarKey.From("office"),
            AutomationMayKeep = true,
            TaskWhenBroken = false,
            Text = ImmutableSortedDictionary<string, string>.Empty.Add("de", "Wir hören uns: in zwei Tagen.").Add("en", "Two days,\nthen you hear from us."),
        }),
        ["expectation-levels.v1"] = Definition.Of(new CompletionExpectation
        {
            Key = ExpectationKey.From("time-to-decision"),
            StartedBy = FactPattern.Of<ApplicationSubmitted>(),
            KeptBy = FactPattern.Ended(Disposition.Rejected).Or<OfferMade>(),
            UndoneBy = FactPattern.Of<ApplicationReopened>(),
            Limit = Limit.BusinessDays(20),
            Calendar = CalendarKey.From("office"),
            Scope = new ExpectationScope { Requisitions = [RequisitionId.From("req-1")], Pipelines = [PipelineKey.From("standard")], Reached = StageCategory.Screen },
            Severity = Severity.High,
            WhenApplicationEnds = ApplicationEndRule.Stay,
            Levels =
            [
                new PromiseLevel { Key = LevelKey.From("remind"), At = LevelTime.OfLimit(0.6m), OpensTask = true, To = [StaffRole.From("recruiter")], NoticeHours = CalendarKey.From("office") },
                new PromiseLevel { Key = LevelKey.From("day-before"), At = LevelTime.BeforeDue(Duration.FromHours(8)) },
                new PromiseLevel { Key = LevelKey.From("lead"), Kind = LevelKind.Escalation, At = LevelTime.AfterDue(Duration.Zero), To = [StaffRole.From("lead"), StaffRole.From("head")], Every = Duration.FromHours(16) },
            ],
            Pauses =
            [
                new PauseRule { Reason = PauseReason.From("waiting-for-candidate"), PausedBy = FactPattern.Of<WaitingBegan>(), ResumedBy = FactPattern.Of<WaitingEnded>().Or(FactPattern.Touch(Direction.Inbound)), Longest = Duration.FromDays(14) },
            ],
        }),
        ["expectation-prohibition.v1"] = Definition.Of(new ProhibitionExpectation
        {
            Key = ExpectationKey.From("at-most-three"),
            StartedBy = FactPattern.Touch(Direction.Outbound),
            BrokenBy = FactPattern.Touch(Direction.Outbound),
            EndedBy = FactPattern.Of<ApplicationReopened>(),
            WholeRelationship = true,
            OnlyWithoutPerson = true,
            Allowance = new Allowance { Count = 3, Within = Duration.FromDays(7) },
        }),
        ["fit.v1"] = Definition.Of(new FitDefinition
        {
            Key = FitKey.From("dotnet-berlin"),
            Version = 2,
            Criteria = [new FitDefinitionCriterion { Key = FitCriterionKey.From("nearby"), Points = 1.5m, Rule = """{"combinator":"and","rules":[{"field":"city","operator":"=","value":"Köln \"Süd\""}]}""" }],
            Bands = [new FitBand { Key = BandKey.From("weak") }, new FitBand { Key = BandKey.From("strong"), From = 60.5m }],
            Score = ScoreKey.From("engagement"),
            Matrix = [new FitCell { Fit = BandKey.From("strong"), Engagement = BandKey.From("hot"), Name = FitCellKey.From("call-now") }],
        }),
        ["experience.v1"] = Definition.Of(new ExperienceModel
        {
            Key = ExperienceKey.From("felt"),
            Version = 4,
            PeakWeight = 0.4m,
            EndWeight = 0.4m,
            MeanWeight = 0.2m,
            Moments = [new MomentRule { Kind = MomentKinds.PromiseBroken, Valence = -40 }, new MomentRule { Kind = MomentKinds.PromiseBroken, About = FactCode.From("scorecards-in-time"), Valence = null }],
            Surveys = [new SurveyScale { Fact = FactCode.From("survey.answered"), Answer = FactCode.From("nps"), Worst = 0, Best = 10 }],
        }),
        ["score.v1"] = Definition.Of(new ScoringModel
        {
            Key = ScoreKey.From("engagement"),
            Version = 5,
            Signals =
            [
                new Signal { Kind = TouchKinds.EmailReplied, Weight = 8, HalfLife = Duration.FromHours(36), Cap = 24.50m, Saturation = 30, Group = SignalGroupKey.From("mail") },
                new Signal { Kind = TouchKinds.EmailComplained, Weight = -0.125m },
            ],
            Groups = [new SignalGroup { Key = SignalGroupKey.From("mail"), Cap = 10 }],
            Floor = 0,
            Ceiling = 100,
            Bands = [new Band { Key = BandKey.From("cold") }, new Band { Key = BandKey.From("warm"), Enter = 10, Exit = 8.5m }],
        }),
        ["attribute.v1"] = Definition.Of(new AttributeDefinition
        {
            Key = FactCode.From("postcode"),
            Version = 2,
            Type = FieldType.Text,
            Class = AttributeClass.Proxy,
            Justification = new FieldJustification { Who = "works-council", Why = "A long way to work", Until = Instant.FromUtc(2027, 1, 1, 0, 0) },
            IsCaseSensitive = true,
        }),
        ["segment.v1"] = Definition.Of(new SegmentDefinition
        {
            Key = SegmentKey.From("warm-dotnet"),
            Version = 2,
            Name = "Warm, with .NET",
            Rule = """skills any of ("C#", "F#") and not lastContactedAt in last 30 days""",
            Keeping = SegmentKeeping.Kept,
        }),
        ["segment-json.v1"] = Definition.Of(new SegmentDefinition
        {
            Key = SegmentKey.From("in-germany"),
            Rule = """{"combinator":"and","rules":[{"field":"country","operator":"=","value":"DE"}]}""",
        }),
    };
}
