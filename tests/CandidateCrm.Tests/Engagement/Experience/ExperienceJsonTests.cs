using System.Text;
using System.Text.Json.Nodes;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Rules;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using Codes = CandidateCrm.Engagement.ExperienceFaultCodes;

namespace CandidateCrm.Tests.Engagement;

public sealed class ExperienceJsonTests
{
    private const string Model =
        """
        {
          "schema": 1,
          "kind": "experience",
          "key": "felt",
          "version": 2,
          "peakWeight": 0.4,
          "endWeight": 0.6,
          "moments": [
            { "kind": "promise.broken", "valence": -40 },
            { "kind": "promise.broken", "about": "decide-application" }
          ],
          "surveys": [{ "fact": "survey.answered", "answer": "nps", "worst": 0, "best": 10 }]
        }
        """;

    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 30);

    [Fact]
    public void A_model_has_one_spelling_and_reads_as_it_was_written()
    {
        var reading = ExperienceModelJson.Read(Encoding.UTF8.GetBytes("\ufeff" + Model));

        Assert.Empty(reading.Faults);
        Assert.Equal(JsonNode.Parse(Model)!.ToJsonString(), ExperienceModelJson.Write(reading.Required()));
        Assert.Equal((0.4m, 0.6m, 0m, -40m), (reading.Model!.PeakWeight, reading.Model.EndWeight, reading.Model.MeanWeight, reading.Model.Moments[0].Valence));
        Assert.Null(reading.Model.Moments[1].Valence);
    }

    [Fact]
    public void It_is_the_form_in_which_a_tenant_publishes_it_and_the_default_one_is_told_so_too()
    {
        Assert.Equal(DefinitionJson.Write(Definition.Of(ExperienceModel.Default)), ExperienceModelJson.Write(ExperienceModel.Default));
        Assert.True(new SchemaChecker(ExperienceModelJson.SchemaText).IsSatisfiedBy(Model));
    }

    [Fact]
    public void The_published_schema_is_the_one_of_the_tables() => PublishedSchema.IsTheOneOfTheTables("experience-model", ExperienceModelJson.SchemaText);

    [Theory]
    [InlineData("\"valence\": -40", "\"valence\": -140", RulesFaultCodes.NumberInvalid, "moments[0].valence")]
    [InlineData("promise.broken\", \"valence", "promise.brken\", \"valence", Codes.MomentKindUnknown, "moments[0]")]
    [InlineData("\"best\": 10", "\"best\": 0", Codes.ScaleFlat, "surveys[0]")]
    [InlineData("\"kind\": \"experience\"", "\"kind\": \"expe\"", RulesFaultCodes.KindUnknown, "kind")]
    [InlineData("{", "[", RulesFaultCodes.Malformed, "")]
    public void What_is_wrong_is_told_with_its_place_and_never_thrown(string right, string wrong, string code, string where)
    {
        var reading = ExperienceModelJson.Read(Model.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Null(reading.Model);
        Assert.Equal((code, where), (reading.Faults[0].Code, reading.Faults[0].Where));
        Assert.Throws<InvalidExperienceModelException>(reading.Required);
    }

    [Fact]
    public void A_definition_of_another_kind_and_a_model_with_faults_are_refused()
    {
        Assert.Equal((RulesFaultCodes.KindUnknown, "kind"), ExperienceModelJson.Read(ScoringModelJson.Write(DefaultScoring.Recruiting)).Faults.Select(fault => (fault.Code, fault.Where)).Single());
        Assert.Throws<InvalidExperienceModelException>(() => ExperienceModelJson.Write(new ExperienceModel()));
    }

    [Fact]
    public void A_summary_is_written_with_its_terms_and_what_is_not_known_is_left_out()
    {
        ExperienceMoment call = new() { Id = EventId.From("b"), At = Monday, Valence = 10.50m, Kind = MomentKinds.Rejected, About = FactCode.From("not-a-match"), Application = CandidateCrm.Applications.JobApplicationId.From("app-1") };
        ExperienceMoment before = new() { Id = EventId.From("a"), At = Monday - Duration.FromHours(1), Valence = -60 };

        const string first = """{"id":"a","at":"2026-03-02T08:30:00Z","valence":-60}""";
        const string last = """{"id":"b","at":"2026-03-02T09:30:00Z","valence":10.5,"kind":"outcome.rejected","about":"not-a-match","application":"app-1"}""";
        Assert.Equal(
            $$"""{"schema":1,"score":-24.75,"count":2,"terms":[{"kind":"peak","weight":0.5,"valence":-60,"amount":-30,"moment":{{first}}},{"kind":"end","weight":0.5,"valence":10.5,"amount":5.25,"moment":{{last}}},{"kind":"mean","weight":0,"valence":-24.75,"amount":0}],"worst":{{first}},"best":{{last}},"repeatedId":0,"afterInstant":0}""",
            ExperienceSummaryJson.Write(new ExperienceEngine().Summarize([before, call])));
        Assert.Equal("""{"schema":1,"count":0,"terms":[],"repeatedId":0,"afterInstant":1}""", ExperienceSummaryJson.Write(new ExperienceEngine().Summarize([before], Monday - Duration.FromHours(2))));
    }

    [Fact]
    public void Amounts_of_the_terms_add_up_to_the_score_in_json_as_well() =>
        Prop.ForAll(Arb.From(Gen.Choose(-800, 800).ArrayOf()), valences =>
        {
            var engine = new ExperienceEngine(new ExperienceModel { PeakWeight = 0.333333333m, EndWeight = 0.1m, MeanWeight = 0.25m });
            var json = JsonNode.Parse(ExperienceSummaryJson.Write(engine.Summarize(valences.Select((valence, i) => new ExperienceMoment { Id = EventId.From($"m{i}"), At = Monday + Duration.FromHours(i), Valence = valence * 0.125m }))))!;
            return valences.Length == 0 ? json["score"] is null : json["terms"]!.AsArray().Sum(term => term!["amount"]!.GetValue<decimal>()) == json["score"]!.GetValue<decimal>();
        }).Check(Tries.Of(200));
}
