using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Segments;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;
using People = CandidateCrm.Tests.Segments.People;

namespace CandidateCrm.Tests.Engagement;

/// <summary>A tenant's own model of fit, asked for beside the score of a stored relationship.</summary>
public sealed class FitThroughTheCrmTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly FitKey Match = FitKey.From("match");
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly PublishTerms Terms = new() { By = Actor.Of(PersonId.From("ops-1")), Expected = 1 };

    private static readonly ScoringModel Score = ScoringModel.Named("engagement").Signal(TouchKinds.EmailReplied, 10, Duration.FromDays(1)).Band("cold").Band("hot", enter: 8, exit: 4).Build();

    private static readonly FitDefinition Definition = FitJson.Define(new FitModel
    {
        Key = Match,
        Criteria =
        [
            new FitCriterion { Key = FitCriterionKey.From("grown"), Points = 3, Rule = SegmentText.Parse("age > 30", People.Schema, People.Terms).Required() },
            new FitCriterion { Key = FitCriterionKey.From("nearby"), Points = 1, Rule = SegmentText.Parse("country = \"DE\"", People.Schema, People.Terms).Required() },
        ],
        Bands = [new FitBand { Key = BandKey.From("weak") }, new FitBand { Key = BandKey.From("strong"), From = 60 }],
        Score = Score.Key,
        Matrix = [new FitCell { Fit = BandKey.From("strong"), Engagement = BandKey.From("hot"), Name = FitCellKey.From("call-now") }, new FitCell { Fit = BandKey.From("strong"), Engagement = BandKey.From("cold"), Name = FitCellKey.From("win-back") }],
    });

    [Fact]
    public async Task Fit_and_engagement_of_a_stored_candidate_are_a_pair_as_of_any_instant()
    {
        await using var crm = Crm(Subject);
        await crm.HappenAsync("r", Monday, Reply);
        var asked = (await crm.Acme.Fit.AskAsync(Anna, Match, Monday))!;

        Assert.Equal(("call-now", "hot", "strong", 75m, 75m), (asked.Cell!.Value.Value, asked.Engagement!.Value.Value, asked.Fit.Band!.Value.Value, asked.Fit.Percent, asked.Fit.Coverage));
        Assert.Equal((Match, 1), (asked.Fit.Model, asked.Fit.Version));
        Assert.Equal("win-back", (await crm.Acme.Fit.AskAsync(Anna, Match, Monday + Duration.FromDays(2)))!.Cell!.Value.Value);
        Assert.Null(await crm.Acme.Fit.AskAsync(Anna, Match, Monday - Duration.FromSeconds(1)));
        Assert.Null(await crm.Acme.Fit.AskAsync(CandidateId.From("nobody"), Match));
    }

    [Fact]
    public async Task A_candidate_without_a_touchpoint_that_counts_is_in_the_lowest_band_as_wherever_scores_are_told()
    {
        await using var crm = Crm(Subject);
        await crm.HappenAsync("v", Monday, new TouchpointRecorded { Kind = TouchKinds.PageVisited, Direction = Direction.Inbound });
        var asked = (await crm.Acme.Fit.AskAsync(Anna, Match, Monday))!;

        Assert.Equal((await crm.Acme.Engagement.ExplainAsync(Anna, Score.Key, Monday))!.Band, asked.Engagement);
        Assert.Equal(("cold", "win-back"), (asked.Engagement?.Value, asked.Cell?.Value));
    }

    [Fact]
    public async Task A_candidate_before_any_touchpoint_is_in_the_lowest_band_and_a_model_without_a_score_has_none()
    {
        var alone = Definition with { Key = FitKey.From("alone"), Score = null, Matrix = [] };
        await using var crm = Crm(Subject, Definition, alone);
        await crm.HappenAsync("n", Monday, new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") });

        Assert.Equal("win-back", (await crm.Acme.Fit.AskAsync(Anna, Match, Monday))!.Cell?.Value);
        Assert.Null((await crm.Acme.Fit.AskAsync(Anna, alone.Key, Monday))!.Engagement);
    }

    [Fact]
    public async Task A_rule_that_names_a_segment_is_refused_with_its_place_where_it_is_published_and_where_it_is_asked()
    {
        var naming = Definition with { Version = 2, Criteria = [Definition.Criteria[0], Definition.Criteria[1] with { Rule = """{"combinator":"and","rules":[{"field":"country","operator":"=","value":"DE"},{"field":"segment","operator":"in","value":["warm"]}]}""" }] };
        await using var crm = Crm(Subject);
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of((await crm.Acme.Rules.ReadAsync()).InForce.Rules with { Fits = [naming] }), Terms);

        var fault = Assert.Single(outcome.Faults);
        Assert.Equal((FitFaultCodes.SegmentReference, "fit match: criteria[1].rule.rules[1]"), (fault.Code, fault.Where[..fault.Where.LastIndexOf('.')]));
        Assert.Contains("put what the segment asks for into this rule", fault.Sentence, StringComparison.Ordinal);

        await using var blind = Crm(null, naming);
        await blind.HappenAsync("r", Monday, Reply);
        var error = await Assert.ThrowsAsync<InvalidFitModelException>(async () => await blind.Acme.Fit.AskAsync(Anna, Match, Monday, Subject));
        Assert.Equal(FitFaultCodes.SegmentReference, Assert.Single(error.Faults).Code);
    }

    [Fact]
    public async Task Of_somebody_whom_the_host_does_not_know_every_criterion_is_unknown()
    {
        await using var crm = Crm(new FitSubject<Bag>(People.Schema, (_, _, _) => ValueTask.FromResult<Bag?>(null)));
        await crm.HappenAsync("r", Monday, Reply);
        var asked = (await crm.Acme.Fit.AskAsync(Anna, Match, Monday))!;

        Assert.All(asked.Fit.Lines, line => Assert.Equal(FitOutcome.Unknown, line.Outcome));
        Assert.Equal((0m, 0m, "weak", "hot"), (asked.Fit.Percent, asked.Fit.Coverage, asked.Fit.Band?.Value, asked.Engagement?.Value));
    }

    [Fact]
    public async Task The_subject_is_told_the_instant_and_may_be_called_off()
    {
        await using var crm = Crm();
        await crm.HappenAsync("r", Monday, Reply);
        var seen = new List<Instant>();
        using var source = new CancellationTokenSource();
        var subject = new FitSubject<Bag>(People.Schema, async (_, at, token) =>
        {
            seen.Add(at);
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            return Person;
        });

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await crm.Acme.Fit.AskAsync(Anna, Match, Monday + Duration.FromHours(1), subject, source.Token));
        Assert.Equal([Monday + Duration.FromHours(1)], seen);
    }

    [Fact]
    public async Task A_subject_that_is_registered_by_type_has_a_scope_for_each_question_and_judges_drafts()
    {
        await using var crm = new CrmUnderTest(
            more =>
            {
                more.Services.AddScoped<Request>();
                more.UseFitSubject<ScopedSubject>();
            },
            rules => rules.Take(TestRules.Everything with { Scores = [Score], Expectations = [], Fits = [Definition] }));
        await crm.HappenAsync("r", Monday, Reply);
        var before = Request.Made;

        Assert.Equal(75m, (await crm.Acme.Fit.AskAsync(Anna, Match, Monday))!.Fit.Percent);
        Assert.Equal(75m, (await crm.Acme.Fit.AskAsync(Anna, Match, Monday))!.Fit.Percent);
        Assert.Equal((before + 2, Request.Made), (Request.Made, Request.Ended));
        var faulty = Definition with { Version = 2, Criteria = [Definition.Criteria[0] with { Rule = Definition.Criteria[0].Rule.Replace("age", "agee", StringComparison.Ordinal) }] };
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of((await crm.Acme.Rules.ReadAsync()).InForce.Rules with { Fits = [faulty] }), Terms);
        Assert.Equal([SegmentFaultCodes.UnknownField], outcome.Faults.Select(fault => fault.Code));
        Assert.Equal(Request.Made, Request.Ended);
    }

    [Fact]
    public async Task A_justification_has_to_be_in_force_when_it_is_asked_whatever_instant_it_is_asked_about()
    {
        await using var crm = Crm(Subject, Near);
        await crm.HappenAsync("r", Monday, Reply);
        Assert.Equal(FitOutcome.Met, Assert.Single((await crm.Acme.Fit.AskAsync(Anna, Match, Monday))!.Fit.Lines).Outcome);

        crm.Clock.Now = Ended;
        var error = await Assert.ThrowsAsync<InvalidFitModelException>(async () => await crm.Acme.Fit.AskAsync(Anna, Match, Monday));
        Assert.Equal(SegmentFaultCodes.ProtectedField, Assert.Single(error.Faults).Code);
    }

    [Fact]
    public async Task A_justification_that_ends_before_rules_come_into_force_is_refused_when_they_are_published()
    {
        await using var crm = Crm(Subject);
        var draft = RulesDraft.Of((await crm.Acme.Rules.ReadAsync()).InForce.Rules with { Fits = [Near with { Version = 2 }] });

        Assert.Equal([SegmentFaultCodes.ProtectedField], (await crm.Acme.Rules.PublishAsync(draft, Terms with { EffectiveFrom = Ended })).Faults.Select(fault => fault.Code));
        Assert.Equal(PublishStatus.Published, (await crm.Acme.Rules.PublishAsync(draft, Terms with { EffectiveFrom = Ended - Duration.FromSeconds(1) })).Status);
    }

    [Fact]
    public void A_model_is_prepared_once_until_a_justification_ends_and_for_every_subject_over_a_schema()
    {
        var engines = FitEngines<Bag>.Over(People.Schema);
        var first = engines.Of(Near, Monday);

        Assert.Same(first, engines.Of(Near, Monday + Duration.FromDays(30)));
        Assert.Same(first, FitEngines<Bag>.Over(People.Schema).Of(Near, Ended - Duration.Epsilon));
        Assert.Equal(Ended, first.JustifiedUntil);
        Assert.Throws<InvalidFitModelException>(() => engines.Of(Near, Ended));
        Assert.Null(engines.Of(Definition, Monday).JustifiedUntil);
        Assert.Same(engines.Of(Definition, Monday), engines.Of(Definition, Ended + Duration.FromDays(3_650)));
    }

    [Fact]
    public async Task Every_fault_of_a_draft_is_told_once_those_of_its_rules_and_those_beside_them()
    {
        await using var crm = Crm(Subject);
        var faulty = Definition with
        {
            Version = 2,
            Criteria = [Definition.Criteria[0] with { Rule = Definition.Criteria[0].Rule.Replace("age", "agee", StringComparison.Ordinal) }, Definition.Criteria[0]],
            Bands = [Definition.Bands[0], Definition.Bands[1], Definition.Bands[1] with { Key = BandKey.From("best") }],
        };
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of((await crm.Acme.Rules.ReadAsync()).InForce.Rules with { Fits = [faulty] }), Terms);

        Assert.Equal([FitFaultCodes.CriterionRepeated, FitFaultCodes.BandOrder, SegmentFaultCodes.UnknownField], outcome.Faults.Select(fault => fault.Code));
    }

    [Theory]
    [InlineData("age > 30")]
    [InlineData("[]")]
    [InlineData("{\"combinator\":\"and\",\"rules\":[]}")]
    [InlineData("{\"combinator\":\"and\",\"rules\":[{\"field\":\"age\",\"operator\":\"~\",\"value\":30}]}")]
    public async Task A_rule_whose_form_is_wrong_is_told_once(string rule)
    {
        await using var crm = Crm(Subject);
        var faulty = Definition with { Version = 2, Criteria = [Definition.Criteria[0] with { Rule = rule }] };
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of((await crm.Acme.Rules.ReadAsync()).InForce.Rules with { Fits = [faulty] }), Terms);

        Assert.StartsWith("fit match: criteria[0].rule", Assert.Single(outcome.Faults).Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_may_say_over_what_and_the_relationship_itself_will_do()
    {
        await using var crm = Crm();
        await crm.HappenAsync("r", Monday, Reply);
        var schema = SegmentSchema.For<Relationship>();
        schema.Number("age", relationship => relationship.Revision + 30);
        schema.Code("country", relationship => relationship.Key.Candidate == Anna ? "DE" : null);
        var asked = await crm.Acme.Fit.AskAsync(Anna, Match, Monday, new FitSubject<Relationship>(schema.Build(), (relationship, _, _) => ValueTask.FromResult<Relationship?>(relationship)));

        Assert.Equal([FitOutcome.Met, FitOutcome.Met], asked!.Fit.Lines.Select(line => line.Outcome));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await crm.Acme.Fit.AskAsync(Anna, Match));
        Assert.Contains("UseFitSubject", error.Message, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Fit.AskAsync(Anna, FitKey.From("other"), subject: Subject));
        Assert.Contains("match", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_is_published_in_versions_and_the_one_in_force_at_the_instant_is_asked()
    {
        await using var crm = Crm(Subject);
        await crm.HappenAsync("r", Monday, Reply);
        crm.Clock.Now = Monday + Duration.FromHours(1);
        var rules = (await crm.Acme.Rules.ReadAsync()).InForce.Rules;
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(rules with { Fits = [Definition with { Version = 2, Criteria = [Definition.Criteria[0]] }] }), Terms);

        Assert.Equal(PublishStatus.Published, outcome.Status);
        Assert.Equal((2, 100m), await AskedAsync(crm, Monday + Duration.FromHours(1)));
        Assert.Equal((1, 75m), await AskedAsync(crm, Monday + Duration.FromMinutes(59)));
        Assert.Empty(await crm.Acme.Jobs.ListAsync());
    }

    [Fact]
    public async Task A_draft_with_faults_over_the_fields_of_the_subject_is_refused_with_all_of_them()
    {
        await using var crm = Crm(Subject);
        var faulty = Definition with
        {
            Version = 2,
            Criteria =
            [
                Definition.Criteria[0] with { Rule = Definition.Criteria[0].Rule.Replace("age", "agee", StringComparison.Ordinal) },
                Definition.Criteria[1] with { Rule = Definition.Criteria[1].Rule.Replace("country", "gender", StringComparison.Ordinal) },
            ],
        };
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of((await crm.Acme.Rules.ReadAsync()).InForce.Rules with { Fits = [faulty] }), Terms);

        Assert.Equal(PublishStatus.Refused, outcome.Status);
        Assert.Equal(
            [(SegmentFaultCodes.UnknownField, "fit match: criteria[0].rule.rules[0].field"), (SegmentFaultCodes.ProtectedField, "fit match: criteria[1].rule.rules[0].field")],
            outcome.Faults.Select(fault => (fault.Code, fault.Where)));
    }

    [Fact]
    public async Task What_was_published_before_a_field_went_is_refused_with_its_place_where_it_is_asked()
    {
        await using var crm = Crm();
        await crm.HappenAsync("r", Monday, Reply);
        var less = SegmentSchema.For<Bag>();
        less.Number("age", bag => bag.Value<decimal>("age"));
        var error = await Assert.ThrowsAsync<InvalidFitModelException>(async () => await crm.Acme.Fit.AskAsync(Anna, Match, Monday, new FitSubject<Bag>(less.Build(), (_, _, _) => ValueTask.FromResult<Bag?>(Person))));

        Assert.Equal("criteria[1].rule.rules[0].field", Assert.Single(error.Faults).Where);
    }

    [Fact]
    public void A_rule_that_an_editor_saved_twice_under_other_ids_has_one_spelling()
    {
        const string first = """{"schema":1,"kind":"fit","key":"f","criteria":[{"key":"c","points":1,"rule":{"id":"1","combinator":"and","rules":[{"id":"2","path":[0],"field":"age","operator":">","value":30}]}}]}""";
        var again = first.Replace("\"id\":\"1\",\"combinator\":\"and\"", "\"combinator\":\"and\",\"id\":\"77\"", StringComparison.Ordinal).Replace("\"path\":[0]", "\"path\":[1]", StringComparison.Ordinal);

        Assert.Equal(DefinitionJson.Write(DefinitionJson.Read(first).Definition!), DefinitionJson.Write(DefinitionJson.Read(again).Definition!));
        Assert.True(FitJson.Bind((FitDefinition)DefinitionJson.Read(first).Definition!.Content, People.Schema, People.Terms).Faults.IsEmpty);
    }

    [Theory]
    [InlineData("30.0")]
    [InlineData("3e1")]
    [InlineData("300E-1")]
    public void A_number_of_a_rule_has_one_spelling(string number)
    {
        const string plain = """{"schema":1,"kind":"fit","key":"f","criteria":[{"key":"c","points":1,"rule":{"combinator":"and","rules":[{"field":"age","operator":">","value":30}]}}]}""";

        Assert.Equal(DefinitionJson.Write(DefinitionJson.Read(plain).Definition!), DefinitionJson.Write(DefinitionJson.Read(plain.Replace("30}", number + "}", StringComparison.Ordinal)).Definition!));
    }

    [Fact]
    public async Task A_standing_is_lines_of_text_and_json()
    {
        await using var crm = Crm(Subject);
        await crm.HappenAsync("r", Monday, Reply);
        var asked = (await crm.Acme.Fit.AskAsync(Anna, Match, Monday))!;

        Assert.Equal(["fit 75 with a coverage of 75, strong: 3 of 4 points", "3 of 3 grown: met", "0 of 1 nearby: unknown", "engagement hot: call-now"], asked.ToText().AsEnumerable());
        Assert.Equal(
            """{"schema":1,"fit":{"schema":1,"model":"match","version":1,"percent":75,"coverage":75,"band":"strong","earned":3,"known":3,"possible":4,"lines":[{"criterion":"grown","outcome":"met","earned":3,"points":3},{"criterion":"nearby","outcome":"unknown","earned":0,"points":1}]},"engagement":"hot","cell":"call-now"}""",
            FitStandingJson.Write(asked));
        Assert.Equal("no engagement", (asked with { Engagement = null, Cell = null }).ToText()[^1]);
        Assert.DoesNotContain("engagement", FitStandingJson.Write(asked with { Engagement = null, Cell = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_no_rule_is_a_fault_of_the_definition_and_never_an_exception()
    {
        foreach (var rule in new[] { "age > 30", "{", "[]", "\ud800", string.Empty })
        {
            var faulty = Definition with { Criteria = [Definition.Criteria[0] with { Rule = rule }] };

            Assert.NotEmpty(Assert.Throws<InvalidRulesException>(() => DefinitionJson.Write(CandidateCrm.Rules.Definition.Of(faulty))).Faults);
            Assert.NotEmpty(FitJson.Bind(faulty, People.Schema, People.Terms).Faults);
        }
    }

    private static TouchpointRecorded Reply { get; } = new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };

    private static Bag Person { get; } = People.Of(("age", 40), ("postcode", "10115"));

    private static FitSubject<Bag> Subject { get; } = new(People.Schema, (_, _, _) => ValueTask.FromResult<Bag?>(Person));

    private static async Task<(int, decimal)> AskedAsync(CrmUnderTest crm, Instant at) =>
        await crm.Acme.Fit.AskAsync(Anna, Match, at) is { } asked ? (asked.Fit.Version, asked.Fit.Percent) : default;

    /// <summary>The only criterion uses a proxy, whose justification ends with June.</summary>
    private static FitDefinition Near { get; } = FitJson.Define(new FitModel
    {
        Key = Match,
        Criteria = [new FitCriterion { Key = FitCriterionKey.From("near"), Points = 1, Rule = SegmentText.Parse("postcode starts with \"10\"", People.Schema, People.Terms).Required() }],
    });

    private static Instant Ended { get; } = Instant.FromUtc(2026, 7, 1, 0, 0);

    private static CrmUnderTest Crm(IFitSubject? subject = null, params FitDefinition[] fits) => new(
        more =>
        {
            if (subject is not null)
            {
                more.UseFitSubject(subject);
            }
        },
        rules => rules.Take(TestRules.Everything with { Scores = [Score], Expectations = [], Fits = fits.Length == 0 ? [Definition] : [.. fits] }));

    /// <summary>Something of the host that lives as long as a request.</summary>
    private sealed class Request : IAsyncDisposable, IDisposable
    {
        private static int _made;
        private static int _ended;

        public Request() => Interlocked.Increment(ref _made);

        internal static int Made => _made;

        internal static int Ended => _ended;

        public void Dispose() => Interlocked.Increment(ref _ended);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class ScopedSubject : IFitSubject
    {
        private readonly FitSubject<Bag> _people;

        public ScopedSubject(Request request)
        {
            ArgumentNullException.ThrowIfNull(request);
            _people = Subject;
        }

        public ImmutableArray<FitFault> FaultsOf(FitDefinition definition, Instant at) => _people.FaultsOf(definition, at);

        public ValueTask<FitStanding> AskAsync(FitQuestion question, CancellationToken cancellationToken) => _people.AskAsync(question, cancellationToken);
    }
}
