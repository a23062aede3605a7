using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Rules;
using FsCheck;
using FsCheck.Fluent;
using Codes = CandidateCrm.Engagement.ScoringModelFaultCodes;

namespace CandidateCrm.Tests.Engagement;

public sealed class ScoringModelJsonTests
{
    private const string Model =
        """
        {
          "schema": 1,
          "kind": "score",
          "key": "interest",
          "version": 2,
          "signals": [
            { "kind": "email.replied", "weight": 8, "halfLife": "P30D", "cap": 24, "group": "mail" },
            { "kind": "page.visited", "weight": 0.5, "halfLife": "P14D", "saturation": 8 },
            { "kind": "email.complained", "weight": -30 }
          ],
          "groups": [{ "key": "mail", "cap": 20 }],
          "floor": 0,
          "ceiling": 100,
          "bands": [{ "key": "cold" }, { "key": "warm", "enter": 10, "exit": 8 }]
        }
        """;

    private static readonly SchemaChecker Checker = new(ScoringModelJson.SchemaText);

    [Fact]
    public void A_model_has_one_spelling_and_reads_as_it_was_written()
    {
        var reading = ScoringModelJson.Read(Encoding.UTF8.GetBytes("\ufeff" + Model));

        Assert.Empty(reading.Faults);
        Assert.Equal(JsonNode.Parse(Model)!.ToJsonString(), ScoringModelJson.Write(reading.Model!));
        Assert.Equal((8m, 0.5m, -30m), (reading.Model!.Signals[0].Weight, reading.Model.Signals[1].Weight, reading.Model.Signals[2].Weight));
        Assert.Equal(Duration.FromDays(30), reading.Model.Signals[0].HalfLife);
        Assert.Equal(8, reading.Model.Bands[1].Exit);
    }

    [Fact]
    public void It_is_the_form_in_which_a_tenant_publishes_a_score() =>
        Assert.Equal(DefinitionJson.Write(Definition.Of(DefaultScoring.Recruiting)), ScoringModelJson.Write(DefaultScoring.Recruiting));

    [Fact]
    public void Every_fault_of_the_form_is_named_at_once_with_its_place()
    {
        var reading = ScoringModelJson.Read(
            """{"schema":1,"kind":"score","key":"No key","signals":[{"kind":"a","weight":10000.5,"halfLife":"PT0.5S"},{"weight":"8","half":1}],"bands":[{"key":"warm","enter":1e40}]}""");

        Assert.Null(reading.Model);
        Assert.Equal(["key", "signals[0].weight", "signals[0].halfLife", "signals[1].weight", "signals[1]", "signals[1]", "bands[0].enter"], reading.Faults.Select(fault => fault.Where));
        Assert.All(reading.Faults, fault => Assert.EndsWith(".", fault.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void What_parts_say_to_each_other_is_told_with_its_place() =>
        Assert.Equal(
            [
                (Codes.SignalRepeated, "signals[1].kind"), (Codes.GroupUnknown, "signals[0].group"), (Codes.FloorAboveCeiling, "floor"), (Codes.LowestBandThreshold, "bands[0]"),
                (Codes.BandExit, "bands[1].exit"),
            ],
            ScoringModelJson.Read(
                """{"schema":1,"kind":"score","key":"s","version":1,"signals":[{"kind":"a","weight":1,"group":"x"},{"kind":"a","weight":2}],"floor":2,"ceiling":1,"bands":[{"key":"cold","enter":1},{"key":"warm","enter":2,"exit":3}]}""")
                .Faults.Select(fault => (fault.Code, fault.Where)));

    [Fact]
    public void Faults_of_the_form_hide_no_fault_of_meaning_and_make_none()
    {
        var faults = ScoringModelJson.Read(
            """
            {
              "schema": 1, "kind": "score", "key": "s",
              "signals": [{ "kind": "a", "weight": 80000, "group": "x" }, { "kind": "a", "weight": 1 }, { "weight": 1 }, { "kind": "b", "weight": 1, "group": "mail" }],
              "groups": [{ "key": "mail", "cap": -1 }, { "key": "mail", "cap": 1 }],
              "floor": 2, "ceiling": 1,
              "bands": [{ "key": "cold", "enter": "x" }, { "key": "warm", "enter": 5, "exit": 6 }, { "key": "No key", "enter": 1 }, { "key": "hot", "enter": 5 }]
            }
            """).Faults;

        Assert.Equal(
            [
                "signals[0].weight", "signals[2]", "groups[0].cap", "bands[0].enter", "bands[2].key",
                "signals[1].kind", "groups[1].key", "signals[0].group", "floor", "bands[1].exit", "bands[3].enter",
            ],
            faults.Select(fault => fault.Where));
        Assert.Equal(
            [Codes.SignalRepeated, Codes.GroupRepeated, Codes.GroupUnknown, Codes.FloorAboveCeiling, Codes.BandExit, Codes.BandOrder],
            faults.Select(fault => fault.Code).Where(code => code.StartsWith("score.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"groups\":[{\"key\":7,\"cap\":1}]", "groups[0].key")] // it may be the group that is named
    [InlineData("\"groups\":7", "groups")]
    public void Of_a_group_that_cannot_be_read_nothing_follows(string groups, string where) =>
        Assert.Equal([where], ScoringModelJson.Read("""{"schema":1,"kind":"score","key":"s","signals":[{"kind":"a","weight":1,"group":"x"}],""" + groups + "}").Faults.Select(fault => fault.Where));

    [Fact]
    public void A_reading_gives_the_model_or_throws_with_every_fault()
    {
        Assert.Equal("interest", ScoringModelJson.Read(Model).Required().Key.Value);
        Assert.Equal(2, Assert.Throws<InvalidScoringModelException>(() => ScoringModelJson.Read(Model.Replace("10", "7", StringComparison.Ordinal).Replace("\"floor\": 0", "\"floor\": 700", StringComparison.Ordinal)).Required()).Faults.Length);
    }

    [Theory]
    [InlineData("", RulesFaultCodes.Malformed)]
    [InlineData("[]", RulesFaultCodes.TypeWrong)]
    [InlineData("\"\\ud800\"", RulesFaultCodes.Malformed)]
    [InlineData("""{"schema":1,"kind":"pipeline","key":"s","version":1,"signals":[{"kind":"a","weight":1}]}""", null)]
    public void What_is_no_scoring_model_is_refused(string json, string? code)
    {
        var reading = ScoringModelJson.Read(json);

        Assert.Null(reading.Model);
        Assert.NotEmpty(reading.Faults);
        Assert.Equal(code ?? reading.Faults[0].Code, reading.Faults[0].Code);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_fault() => Assert.Equal([RulesFaultCodes.Malformed], ScoringModelJson.Read("\"\ud800").Faults.Select(fault => fault.Code));

    [Fact]
    public void A_model_with_faults_is_not_written() =>
        Assert.Throws<InvalidScoringModelException>(() => ScoringModelJson.Write(DefaultScoring.Recruiting with { Floor = 200 }));

    [Fact]
    public void The_published_schema_is_the_one_of_the_tables() => PublishedSchema.IsTheOneOfTheTables("scoring-model", ScoringModelJson.SchemaText);

    [Fact]
    public void Any_model_is_read_as_it_was_written_and_scores_the_same() =>
        Prop.ForAll(ScoreCase.Any, c =>
        {
            var text = ScoringModelJson.Write(c.Model);
            var read = ScoringModelJson.Read(text).Model!;
            return Checker.IsSatisfiedBy(text)
                && ScoringModelJson.Write(read) == text
                && new ScoreEngine(read).Explain(c.Touches, c.At).ToText().SequenceEqual(c.Engine.Explain(c.Touches, c.At).ToText());
        }).Check(Tries.Of());

    [Fact]
    public void Damage_gives_faults_or_a_model_of_the_schema_and_never_throws() =>
        Prop.ForAll(ScoreCase.Any, Dice.Seeds, (c, blow) =>
        {
            var damaged = Damage.Damaged(ScoringModelJson.Write(c.Model), blow);
            var reading = ScoringModelJson.Read(damaged.AsSpan());
            return reading.Model is null != reading.Faults.IsEmpty
                && reading.Faults.All(fault => fault.Code.Length > 0 && fault.Sentence.EndsWith('.'))
                && !string.Join('\n', reading.Faults).Contains("secret", StringComparison.Ordinal)
                && (reading.Model is null || (new ScoreEngine(reading.Model) is not null && Checker.IsSatisfiedBy(Encoding.UTF8.GetString(damaged))));
        }).Check(Tries.Of(2_000));

    [Fact]
    public void The_schema_says_what_each_member_means()
    {
        using var schema = JsonDocument.Parse(ScoringModelJson.SchemaText);

        Assert.Equal("A scoring model", schema.RootElement.GetProperty("title").GetString());
        Assert.All(schema.RootElement.GetProperty("properties").EnumerateObject(), member => Assert.EndsWith(".", member.Value.GetProperty("description").GetString(), StringComparison.Ordinal));
    }
}
