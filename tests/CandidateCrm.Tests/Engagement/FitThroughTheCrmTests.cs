using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Segments;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
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
        Matrix = [new FitCell { Fit = BandKey.From("strong"), Engagement = BandKey.From("hot"), Cell = FitCellKey.From("call-now") }, new FitCell { Fit = BandKey.From("strong"), Engagement = BandKey.From("cold"), Cell = FitCellKey.From("win-back") }],
    });

    [Fact]
    public async Task Fit_and_engagement_of_a_stored_candidate_are_a_pair_as_of_any_instant()
    {
        await using var crm = Crm(Subject);
        await crm.HappenAsync("r", Monday, Reply);
        var asked = (await crm.Acme.Fit.AskAsync(Anna, Match, Monday))!;

        Assert.Equal(("call-now", "hot", "strong", 75m, 75m), (asked.Cell!.Value.Value, asked.Engagement.Value, asked.Fit.Band!.Value.Value, asked.Fit.Fit, asked.Fit.Coverage));
        Assert.Equal((Match, 1), (asked.Fit.Model, asked.Fit.Version));
        Assert.Equal("win-back", (await crm.Acme.Fit.AskAsync(Anna, Match, Monday + Duration.FromDays(2)))!.Cell!.Value.Value);
        Assert.Null(await crm.Acme.Fit.AskAsync(Anna, Match, Monday - Duration.FromSeconds(1)));
        Assert.Null(await crm.Acme.Fit.AskAsync(CandidateId.From("nobody"), Match));
    }

    [Fact]
    public async Task Whoever_asks_may_say_over_what_and_the_relationship_itself_will_do()
    {
        await using var crm = Crm();
        await crm.HappenAsync("r", Monday, Reply);
        var schema = SegmentSchema.For<Relationship>();
        schema.Number("age", relationship => relationship.Revision + 30);
        schema.Code("country", relationship => relationship.Key.Candidate == Anna ? "DE" : null);
        var asked = await crm.Acme.Fit.AskAsync(Anna, Match, Monday, new FitSubject<Relationship>(schema.Build(), relationship => relationship));

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
        var error = await Assert.ThrowsAsync<InvalidFitModelException>(async () => await crm.Acme.Fit.AskAsync(Anna, Match, Monday, new FitSubject<Bag>(less.Build(), _ => Person)));

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

    private static Bag Person { get; } = People.Of(("age", 40));

    private static FitSubject<Bag> Subject { get; } = new(People.Schema, _ => Person);

    private static async Task<(int, decimal)> AskedAsync(CrmUnderTest crm, Instant at) =>
        await crm.Acme.Fit.AskAsync(Anna, Match, at) is { } asked ? (asked.Fit.Version, asked.Fit.Fit) : default;

    private static CrmUnderTest Crm(IFitSubject? subject = null) => new(
        more =>
        {
            if (subject is not null)
            {
                more.UseFitSubject(subject);
            }
        },
        rules => rules.Take(TestRules.Everything with { Scores = [Score], Expectations = [], Fits = [Definition] }));
}
