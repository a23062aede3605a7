using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Rules;

public sealed class RulesReviewTests
{
    private static readonly CrmRules Good = TestRules.Everything;
    private static readonly OnceExpectation Decide = (OnceExpectation)Good.Expectations[1];

    private static readonly ExperienceModel Felt = ExperienceModel.Default;

    private static readonly FitDefinition Match = new()
    {
        Key = FitKey.From("match"),
        Criteria = [new FitDefinitionCriterion { Key = FitCriterionKey.From("c"), Points = 1, Rule = """{"combinator":"and","rules":[]}""" }],
        Bands = [new FitBand { Key = BandKey.From("a") }, new FitBand { Key = BandKey.From("b"), From = 60 }],
        Score = Good.Scores[0].Key,
        Matrix = [new FitCell { Fit = BandKey.From("b"), Engagement = Good.Scores[0].Bands[0].Key, Name = FitCellKey.From("x") }],
    };

    private static DispositionTaxonomy Reasons { get; } = new()
    {
        Key = TaxonomyKey.From("reasons"),
        Reasons = [new DispositionReason { Code = ReasonCode.From("second-best"), Name = "second best", Dispositions = [Disposition.Rejected], Kind = ReasonKind.SecondBest }],
        NeedingReason = [Disposition.Rejected],
    };

    public static TheoryData<string, CrmRules> Faulty => new()
    {
        { "pipeline.empty", Good with { Pipelines = [new PipelineDefinition { Key = PipelineKey.From("p"), Stages = [] }] } },
        { "pipeline.too_large", Good with { Pipelines = [Good.Pipelines[0] with { Stages = [.. Enumerable.Range(0, 201).Select(i => new Stage { Key = StageKey.From($"s-{i}"), Name = "?" })] }] } },
        { "pipeline.condition_unclear", Good with { Pipelines = [Good.Pipelines[0] with { Stages = [Good.Pipelines[0].Stages[0] with { Requires = [StageCondition.OfferMade, StageCondition.OfferMade] }] }] } },
        { "pipeline.condition_unclear", Good with { Pipelines = [Good.Pipelines[0] with { Stages = [Good.Pipelines[0].Stages[0] with { Requires = [(StageCondition)99] }] }] } },
        { "pipeline.override_unclear", Good with { Pipelines = [Good.Pipelines[0] with { Overrides = [new PipelineOverride { Requisitions = [], Stages = Good.Pipelines[0].Stages }] }] } },
        { "pipeline.override_unclear", Good with { Pipelines = [Good.Pipelines[0] with { Overrides = [new PipelineOverride { Requisitions = [default], Stages = Good.Pipelines[0].Stages }] }] } },
        { "pipeline.empty", Good with { Pipelines = [Good.Pipelines[0] with { Overrides = [new PipelineOverride { Requisitions = [RequisitionId.From("r")], Stages = [] }] }] } },
        { "key.unassigned", Good with { Dispositions = Reasons with { Key = default } } },
        { "key.unassigned", Good with { Dispositions = Reasons with { Reasons = [Reasons.Reasons[0], Reasons.Reasons[0] with { Code = default }] } } },
        { "key.twice", Good with { Dispositions = Reasons with { Reasons = [Reasons.Reasons[0], Reasons.Reasons[0]] } } },
        { "dispositions.reason_unclear", Good with { Dispositions = Reasons with { Reasons = [Reasons.Reasons[0] with { Dispositions = [Disposition.Rejected, Disposition.Hired] }] } } },
        { "dispositions.reason_unclear", Good with { Dispositions = Reasons with { NeedingReason = [], Reasons = [Reasons.Reasons[0] with { Dispositions = [] }] } } },
        { "dispositions.reasons_absent", Good with { Dispositions = Reasons with { NeedingReason = [Disposition.Withdrew] } } },
        { "dispositions.reasons_absent", Good with { Dispositions = Reasons with { NeedingReason = [Disposition.Hired] } } },
        { "key.unassigned", Good with { Pipelines = [Good.Pipelines[0] with { Key = default }] } },
        { "key.unassigned", Good with { Pipelines = [Good.Pipelines[0] with { Stages = [new Stage { Key = default, Name = "?" }] }] } },
        { "key.twice", Good with { Pipelines = [Good.Pipelines[0], Good.Pipelines[0]] } },
        { "key.twice", Good with { Pipelines = [Good.Pipelines[0] with { Stages = [Good.Pipelines[0].Stages[0], Good.Pipelines[0].Stages[0]] }] } },
        { "key.twice", Good with { Calendars = [Good.Calendars[0], Good.Calendars[0]] } },
        { "key.twice", Good with { Expectations = [Decide, Decide] } },
        { "key.twice", Good with { Scores = [Good.Scores[0], Good.Scores[0]] } },
        { "key.twice", Good with { Fits = [Match, Match] } },
        { "fit.criterion_count", Good with { Fits = [Match with { Criteria = [] }] } },
        { "fit.criterion_repeated", Good with { Fits = [Match with { Criteria = [Match.Criteria[0], Match.Criteria[0]] }] } },
        { "fit.band_order", Good with { Fits = [Match with { Bands = [Match.Bands[0], Match.Bands[1], new FitBand { Key = BandKey.From("c"), From = 60 }] }] } },
        { "fit.score_missing", Good with { Fits = [Match with { Score = null }] } },
        { "fit.score_unknown", Good with { Fits = [Match with { Score = ScoreKey.From("nowhere") }] } },
        { "fit.cell_band_unknown", Good with { Fits = [Match with { Matrix = [Match.Matrix[0] with { Fit = BandKey.From("nowhere") }] }] } },
        { "fit.cell_engagement_unknown", Good with { Fits = [Match with { Matrix = [Match.Matrix[0] with { Engagement = BandKey.From("nowhere") }] }] } },
        { "experience.scale_flat", Good with { Experience = Felt with { Surveys = [Felt.Surveys[0] with { Best = 1 }] } } },
        { "experience.scale_repeated", Good with { Experience = Felt with { Surveys = [Felt.Surveys[0], Felt.Surveys[0] with { Best = 7 }] } } },
        { "experience.moment_repeated", Good with { Experience = Felt with { Moments = [Felt.Moments[0], Felt.Moments[0] with { Valence = 3 }] } } },
        { "experience.overweight", Good with { Experience = Felt with { PeakWeight = 0.5m, EndWeight = 0.5m, MeanWeight = 0.000000001m } } },
        { "experience.weightless", Good with { Experience = Felt with { PeakWeight = 0, EndWeight = 0 } } },
        { "key.twice", Good with { Attributes = [Good.Attributes[0], Good.Attributes[0]] } },
        { "key.unassigned", Good with { Attributes = [Good.Attributes[0] with { Key = default }] } },
        { "attribute.name_reserved", Good with { Attributes = [Good.Attributes[0] with { Key = FactCode.From("phase") }] } },
        { "attribute.name_reserved", Good with { Attributes = [Good.Attributes[0] with { Key = FactCode.From("segment") }] } },
        { "attribute.name_reserved", Good with { Attributes = [Good.Attributes[0] with { Key = FactCode.From("score.of-mine") }] } },
        { "attribute.type_unfit", Good with { Attributes = [Good.Attributes[0] with { Type = FieldType.Collection }] } },
        { "attribute.type_unfit", Good with { Attributes = [Good.Attributes[0] with { Type = FieldType.Number, Class = AttributeClass.Contact }] } },
        { "attribute.terms_unfit", Good with { Attributes = [Good.Attributes[0] with { Type = FieldType.Number, IsCaseSensitive = true }] } },
        { "attribute.terms_unfit", Good with { Attributes = [Good.Attributes[0] with { Justification = new FieldJustification { Who = "ada", Why = "a reason", Until = Histories.Start } }] } },
        { "segment.too_many", Good with { Segments = [.. Enumerable.Range(0, 1_001).Select(i => new SegmentDefinition { Key = SegmentKey.From($"s-{i}"), Rule = "phase = \"hire\"" })] } },
        { "segment.too_many", Good with { Segments = [.. Enumerable.Range(0, 101).Select(i => new SegmentDefinition { Key = SegmentKey.From($"s-{i}"), Keeping = SegmentKeeping.Kept, Rule = "phase = \"hire\"" })] } },
        { "segment.not_keepable", Good with { Segments = [new SegmentDefinition { Key = SegmentKey.From("a"), Keeping = SegmentKeeping.Kept, Rule = "score > 3" }] } },
        { "key.unassigned", Good with { Segments = [new SegmentDefinition { Key = default, Rule = "phase = \"hire\"" }] } },
        { "attribute.too_many", Good with { Attributes = [.. Enumerable.Range(0, 101).Select(i => Good.Attributes[0] with { Key = FactCode.From($"field-{i}") })] } },
        { "experience.moment_kind_unknown", Good with { Experience = Felt with { Moments = [Felt.Moments[0] with { Kind = MomentKind.From("promise.kep") }] } } },
        { "experience.moment_of_survey", Good with { Experience = Felt with { Moments = [Felt.Moments[0] with { Kind = MomentKinds.SurveyAnswered }] } } },
        { "experience.about_nothing", Good with { Experience = Felt with { Moments = [new MomentRule { Kind = MomentKinds.Hired, About = FactCode.From("x"), Valence = 1 }] } } },
        { "experience.about_unknown", Good with { Experience = Felt with { Moments = [Felt.Moments[0] with { About = FactCode.From("nowhere") }] } } },
        { "experience.about_unknown", Good with { Dispositions = Reasons, Experience = Felt with { Moments = [new MomentRule { Kind = MomentKinds.Rejected, About = FactCode.From("nowhere"), Valence = 1 }] } } },
        { "experience.empty", Good with { Experience = Felt with { Moments = [], Surveys = [] } } },
        { "key.unassigned", Good with { Expectations = [Decide with { Key = default }] } },
        { "expectation.calendar_unknown", Good with { Expectations = [Decide with { Calendar = CalendarKey.From("nowhere") }] } },
        { "expectation.calendar_unknown", Good with { Expectations = [Decide with { Calendar = default }] } },
        { "expectation.keeps_itself", Good with { Expectations = [Decide with { KeptBy = Decide.KeptBy.Or(Decide.StartedBy) }] } },
        { "expectation.fact_unknown", Good with { Expectations = [Decide with { StartedBy = new FactPattern { AnyOf = [new FactMatch { Type = "aplication.submitted" }] } }] } },
        { "expectation.fact_unknown", Good with { Expectations = [Decide with { KeptBy = new FactPattern { AnyOf = [new FactMatch { Type = "charter.promise_kept" }] } }] } },
        { "expectation.calendar_unknown", Good with { Expectations = [Decide with { Levels = [Warning with { NoticeHours = CalendarKey.From("nowhere") }] }] } },
        { "expectation.level_unreachable", Good with { Expectations = [Decide with { Levels = [Warning with { At = LevelTime.BeforeDue(Duration.FromHours(2)), To = [StaffRole.From("a"), StaffRole.From("b")], Every = Duration.FromHours(2) }] }] } },
        { "expectation.limit_fixed", Good with { Expectations = [StandardExpectations.AnswerQuestions(Decide.Calendar, Limit.Until(Instant.FromUtc(2026, 6, 30, 10, 0)))] } },
        { "expectation.level_unreachable", Good with { Expectations = [Decide with { Levels = [Warning with { At = LevelTime.OfLimit(1) }] }] } },
        { "expectation.level_unreachable", Good with { Expectations = [Decide with { Levels = [Warning with { At = LevelTime.AfterDue(Duration.FromHours(1)) }] }] } },
        { "expectation.level_unreachable", Good with { Expectations = [Decide with { Limit = Limit.WorkingTime(Duration.FromHours(30)), Levels = [Warning with { At = LevelTime.BeforeDue(Duration.FromHours(30)) }] }] } },
        { "expectation.level_unreachable", Good with { Expectations = [Decide with { Limit = Limit.BusinessDays(30), Levels = [Warning with { At = LevelTime.BeforeDue(Duration.FromHours(31 * 8)) }] }] } },
        { "expectation.escalation_circular", Good with { Expectations = [Decide with { Levels = [Escalation with { To = [StaffRole.From("lead"), StaffRole.From("head"), StaffRole.From("lead")] }] }] } },
        { "expectation.escalation_circular", Good with { Expectations = [Decide with { Levels = [Escalation with { Every = null }] }] } },
        { "expectation.escalation_circular", Good with { Expectations = [Decide with { Levels = [Escalation with { To = [StaffRole.From("lead")] }] }] } },
        { "definition.count_invalid", Good with { Expectations = [Decide with { Levels = [.. Enumerable.Range(0, 17).Select(i => Warning with { Key = LevelKey.From($"l{i}") })] }] } },
        { "definition.code_invalid", Good with { Expectations = [Decide with { Levels = [Warning with { Key = LevelKey.From(new string('x', 31)) }] }] } },
        { "key.twice", Good with { Expectations = [Decide with { Levels = [Warning, Warning] }] } },
        { "key.unassigned", Good with { Expectations = [Decide with { Levels = [Warning with { Key = default }] }] } },
        { "expectation.pause_unclear", Good with { Expectations = [Decide with { Pauses = [Wait with { ResumedBy = Wait.PausedBy }] }] } },
        { "expectation.pause_unclear", Good with { Expectations = [Decide with { Pauses = [Wait with { PausedBy = Decide.KeptBy }] }] } },
        { "key.twice", Good with { Expectations = [Decide with { Pauses = [Wait, Wait] }] } },
        { "expectation.fact_unknown", Good with { Expectations = [Decide with { Pauses = [Wait with { PausedBy = new FactPattern { AnyOf = [new FactMatch { Type = "waiting" }] } }] }] } },
        { "expectation.scope_unclear", Good with { Expectations = [Decide with { WholeRelationship = true, Scope = new ExpectationScope { Reached = CandidateCrm.Applications.StageCategory.Interview } }] } },
        { "expectation.scope_unclear", Good with { Expectations = [Silent with { WholeRelationship = true }] } },
        { "expectation.limit_unreachable", Good with { Expectations = [Silent with { Limits = [Silent.Limits[1], Silent.Limits[0]] }] } },
        { "definition.count_invalid", Good with { Expectations = [Silent with { Limits = [] }] } },
        { "expectation.instant_missing", Good with { Expectations = [Call with { StartedBy = FactPattern.Of<OfferMade>() }] } },
        { "expectation.instant_missing", Good with { Expectations = [Call with { StartedBy = FactPattern.Custom(FactCode.From("call.agreed")) }] } },
        { "expectation.keeps_itself", Good with { Expectations = [Never with { StartedBy = Never.BrokenBy }] } },
        { "expectation.keeps_itself", Good with { Expectations = [Never with { EndedBy = Never.StartedBy }] } },
        { "expectation.fact_unknown", Good with { Expectations = [Never with { BrokenBy = new FactPattern { AnyOf = [new FactMatch { Type = "message" }] } }] } },
        { "announcement.unknown", Good with { Announced = Good.Announced.Add("application.submitted") } },
    };

    private static PromiseLevel Warning { get; } = new() { Key = LevelKey.From("remind"), At = LevelTime.OfLimit(0.5m) };

    private static PromiseLevel Escalation { get; } = new()
    {
        Key = LevelKey.From("lead"), Kind = LevelKind.Escalation, At = LevelTime.AfterDue(Duration.Zero), To = [StaffRole.From("lead"), StaffRole.From("head")], Every = Duration.FromHours(8),
    };

    private static PauseRule Wait { get; } = new() { Reason = PauseReason.From("waiting-for-candidate"), PausedBy = FactPattern.Of<WaitingBegan>(), ResumedBy = FactPattern.Of<WaitingEnded>() };

    private static SilenceExpectation Silent { get; } = new()
    {
        Key = ExpectationKey.From("silence"), StartedBy = FactPattern.Of<StageEntered>(), KeptBy = FactPattern.Touch(Direction.Outbound), Calendar = TestRules.Office,
        Limits = [new StageLimit { Stage = StageKey.From("interview"), Limit = Limit.BusinessDays(3) }, new StageLimit { Limit = Limit.BusinessDays(5) }],
    };

    private static AppointmentExpectation Call { get; } = new() { Key = ExpectationKey.From("call"), StartedBy = FactPattern.Of<ContactPromised>(), KeptBy = FactPattern.Touch(TouchKinds.CallHeld), Calendar = TestRules.Office };

    private static ProhibitionExpectation Never { get; } = new() { Key = ExpectationKey.From("never"), StartedBy = FactPattern.Ended(Disposition.Withdrew), BrokenBy = FactPattern.Touch(Direction.Outbound) };

    [Fact]
    public void A_rule_about_an_expectation_a_reason_or_what_the_rules_do_not_say_is_without_fault()
    {
        var rejection = Reasons.Reasons.First(reason => reason.Dispositions.Contains(Disposition.Rejected)).Code;
        MomentRule[] about =
        [
            new() { Kind = MomentKinds.PromiseBroken, About = FactCode.From(Decide.Key.Value), Valence = -1 },
            new() { Kind = MomentKinds.Rejected, About = FactCode.From(rejection.Value), Valence = -1 },
            new() { Kind = MomentKinds.OfferWithdrawn, About = FactCode.From("budget"), Valence = -1 },
        ];

        Assert.Empty(RulesReview.FaultsOf(Good with { Dispositions = Reasons, Experience = Felt with { Moments = [.. about] } }));
        Assert.Empty(RulesReview.FaultsOf(Good with { Dispositions = null, Experience = Felt with { Moments = [about[1] with { About = FactCode.From("any-reason") }] } }));
    }

    [Fact]
    public void A_fault_of_a_whole_model_of_experience_has_no_place_before_its_sentence() =>
        Assert.Equal("Wrong. (x)", new ExperienceFault { Code = "x", Where = string.Empty, Sentence = "Wrong." }.ToString());

    [Fact]
    public void Every_kind_of_expectation_may_be_without_fault() =>
        Assert.Empty(RulesReview.FaultsOf(Good with { Expectations = [Decide with { Levels = [Warning, Escalation], Pauses = [Wait] }, Silent, Call, Never] }));

    [Fact]
    public void Good_rules_have_no_faults() => Assert.Empty(RulesReview.FaultsOf(Good));

    [Fact]
    public void Empty_rules_have_no_faults() => Assert.Empty(RulesReview.FaultsOf(new CrmRules { Zone = DateTimeZone.Utc }));

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void A_fault_has_a_code_a_place_and_a_sentence(string code, CrmRules rules)
    {
        var fault = Assert.Single(RulesReview.FaultsOf(rules));

        Assert.Equal(code, fault.Code);
        Assert.False(string.IsNullOrWhiteSpace(fault.Where));
        Assert.EndsWith(".", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_said_at_once_in_the_order_of_the_rules()
    {
        var rules = new CrmRules
        {
            Zone = DateTimeZone.Utc,
            Lifecycle = LifecycleDefinition.Default with { Rows = LifecycleDefinition.Default.Rows.Add(LifecycleDefinition.Default.Rows[0] with { To = Phase.From("limbo") }) },
            Pipelines = [new PipelineDefinition { Key = PipelineKey.From("p"), Stages = [] }],
            Calendars = [Good.Calendars[0], Good.Calendars[0]],
            Expectations = [Decide with { Calendar = CalendarKey.From("nowhere"), StartedBy = Decide.KeptBy }],
            Scores = [Good.Scores[0], Good.Scores[0]],
            Announced = ["nothing.at_all"],
        };
        var faults = RulesReview.FaultsOf(rules);

        Assert.StartsWith("lifecycle", faults[0].Where, StringComparison.Ordinal);
        Assert.Equal(
            ["pipeline.empty", "key.twice", "expectation.calendar_unknown", "expectation.keeps_itself", "key.twice", "announcement.unknown"],
            faults.Where(f => !f.Where.StartsWith("lifecycle", StringComparison.Ordinal)).Select(f => f.Code));
        var thrown = Assert.Throws<InvalidRulesException>(() => new RelationshipEngine().Replay(Histories.Anna, [Histories.Event("e", Histories.Start, new EmploymentEnded())], ActivationLog.Always(rules)));
        Assert.Equal(faults.AsEnumerable(), thrown.Faults);
    }

    [Fact]
    public void The_builder_says_zones_and_all_other_faults_together()
    {
        var thrown = Assert.Throws<InvalidRulesException>(() => new CrmRulesBuilder().In("Mars/Olympus").Pipeline("p").Expect(Decide).Build());

        Assert.Equal(["zone.unknown", "pipeline.empty", "expectation.calendar_unknown"], thrown.Faults.Select(f => f.Code));
        Assert.All(thrown.Faults, f => Assert.Contains(f.ToString(), thrown.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_builder_writes_what_was_said()
    {
        var rules = new CrmRulesBuilder().In("Europe/Berlin").Lifecycle().Pipeline("p", "applied", "interview: First talk")
            .Calendar(Good.Calendars[0]).Expect(Decide).Score(Good.Scores[0]).Announce<PhaseChanged>().Announce<PhaseChanged>().Build();

        Assert.Equal("Europe/Berlin", rules.Zone.Id);
        Assert.Same(LifecycleDefinition.Default, rules.Lifecycle);
        Assert.Equal([("applied", "applied"), ("interview", "First talk")], rules.Pipelines[0].Stages.Select(s => (s.Key.Value, s.Name)));
        Assert.Equal(["lifecycle.phase_changed"], rules.Announced);
    }

    [Fact]
    public void Only_events_of_the_library_can_be_announced() =>
        Assert.Throws<ArgumentException>(() => new CrmRulesBuilder().Announce<HostsOwnEvent>());

    [Fact]
    public void A_pattern_means_types_kinds_directions_and_codes()
    {
        var reply = new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };
        var badge = new CustomFact { Code = FactCode.From("badge.printed") };

        Assert.True(FactPattern.Of<TouchpointRecorded>().Matches(reply));
        Assert.True(FactPattern.Touch(Direction.Inbound).Matches(reply));
        Assert.False(FactPattern.Touch(Direction.Outbound).Matches(reply));
        Assert.True(FactPattern.Touch(TouchKinds.EmailReplied).Matches(reply));
        Assert.False(FactPattern.Touch(TouchKinds.EmailReplied, Direction.Outbound).Matches(reply));
        Assert.False(FactPattern.Touch(TouchKinds.CallHeld).Matches(reply));
        Assert.True(FactPattern.Custom(badge.Code).Matches(badge));
        Assert.False(FactPattern.Custom(FactCode.From("badge.lost")).Matches(badge));
        Assert.True(FactPattern.Of<CandidateHired>().Or<CustomFact>().Matches(badge));
        Assert.False(FactPattern.Of<CandidateHired>().Matches(reply));
    }

    [Fact]
    public void A_pattern_has_1_to_32_alternatives_and_is_compared_by_them()
    {
        Assert.Throws<ArgumentException>(() => new FactPattern { AnyOf = [] });
        Assert.Throws<ArgumentException>(() => new FactPattern { AnyOf = [.. Enumerable.Repeat(Decide.StartedBy.AnyOf[0], 33)] });
        Assert.Equal(FactPattern.Of<CandidateHired>().Or<OfferMade>(), FactPattern.Of<CandidateHired>().Or<OfferMade>());
        Assert.NotEqual(FactPattern.Of<CandidateHired>().Or<OfferMade>(), FactPattern.Of<OfferMade>().Or<CandidateHired>());
    }

    private sealed record HostsOwnEvent : IDerivedEvent;
}
