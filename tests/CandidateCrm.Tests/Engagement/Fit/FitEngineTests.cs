using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Segments;
using FsCheck;
using FsCheck.Fluent;
using Codes = CandidateCrm.Engagement.FitFaultCodes;

namespace CandidateCrm.Tests.Engagement;

public sealed class FitEngineTests
{
    private static readonly string[] Skills = ["F#"];
    private static readonly BandKey Low = BandKey.From("low");
    private static readonly BandKey High = BandKey.From("high");
    private static readonly BandKey Hot = BandKey.From("hot");

    [Fact]
    public void Points_are_earned_missed_or_unknown_and_unknown_ones_stay_possible()
    {
        var answer = Ask(Model(("age > 30", 3), ("country = \"DE\"", 2), ("skills any of (\"C#\")", 1.5m)), ("age", 40), ("skills", Skills));

        Assert.Equal([FitOutcome.Met, FitOutcome.Unknown, FitOutcome.Missed], answer.Lines.Select(line => line.Outcome));
        Assert.Equal((3m, 4.5m, 6.5m), (answer.Earned, answer.Known, answer.Possible));
        Assert.Equal((100 * 3m / 6.5m, 100 * 4.5m / 6.5m), (answer.Percent, answer.Coverage));
    }

    [Theory]
    [InlineData("age > 30", FitOutcome.Unknown)]
    [InlineData("age != 30", FitOutcome.Unknown)]
    [InlineData("not age > 30", FitOutcome.Unknown)]
    [InlineData("age has value", FitOutcome.Missed)]
    [InlineData("age has no value", FitOutcome.Met)]
    [InlineData("age > 30 or country = \"DE\"", FitOutcome.Met)]
    [InlineData("age > 30 and country = \"FR\"", FitOutcome.Missed)]
    [InlineData("age > 30 and country = \"DE\"", FitOutcome.Unknown)]
    [InlineData("age = `wanted age`", FitOutcome.Unknown)]
    [InlineData("skills not any of (\"C#\")", FitOutcome.Unknown)]
    [InlineData("some touchpoints where kind = \"call\"", FitOutcome.Missed)]
    [InlineData("segment in (\"warm\")", FitOutcome.Met)]
    public void A_comparison_with_no_value_is_unknown_by_the_logic_of_Kleene(string rule, FitOutcome outcome) =>
        Assert.Equal(outcome, Assert.Single(Ask(Model((rule, 1)), ("country", "DE")).Lines).Outcome);

    [Fact]
    public void Bands_are_decided_on_points_before_anything_is_divided()
    {
        var thirds = Model(("age > 30", 1), ("age > 50", 2)) with { Bands = [new FitBand { Key = Low }, new FitBand { Key = High, From = 33.333333m }] };
        var above = thirds with { Bands = [thirds.Bands[0], thirds.Bands[1] with { From = 33.333334m }] };

        Assert.Equal(High, Ask(thirds, ("age", 40)).Band);
        Assert.Equal(Low, Ask(above, ("age", 40)).Band);
        Assert.Null(Ask(thirds with { Bands = [] }, ("age", 40)).Band);
        Assert.Equal(High, Ask(Model(("age > 30", 3), ("age > 50", 2)) with { Bands = [thirds.Bands[0], thirds.Bands[1] with { From = 60 }] }, ("age", 40)).Band);
    }

    [Fact]
    public void Fit_and_engagement_are_a_pair_with_the_name_that_the_host_gave_it()
    {
        var model = Model(("age > 30", 1)) with
        {
            Bands = [new FitBand { Key = Low }, new FitBand { Key = High, From = 60 }],
            Score = ScoreKey.From("engagement"),
            Matrix = [new FitCell { Fit = High, Engagement = Hot, Name = FitCellKey.From("call-now") }],
        };
        var engine = new FitEngine<Bag>(model, People.Schema, People.Terms);
        var fits = engine.Ask(People.Of(("age", 40)), People.Now, People.Berlin);

        Assert.Equal("call-now", engine.Place(fits, Hot).Cell?.Value);
        Assert.Null(engine.Place(fits, BandKey.From("cold")).Cell);
        Assert.Null(engine.Place(fits, null).Cell);
        Assert.Null(engine.Place(engine.Ask(People.Of(("age", 20)), People.Now, People.Berlin), Hot).Cell);
    }

    [Fact]
    public void Classes_of_attributes_apply_and_every_line_shows_its_justification()
    {
        var line = Assert.Single(Ask(Model(("postcode starts with \"10\"", 1)), ("postcode", "10115")).Lines);
        var criterion = Model(("age > 30", 1)).Criteria[0];
        SegmentRule forbidden = new NotRule(new CompareRule("gender", CompareOperator.Equal, "f"));
        var thrown = Assert.Throws<InvalidFitModelException>(() => Ask(Model(("age > 30", 1)) with { Criteria = [criterion, criterion with { Key = FitCriterionKey.From("other"), Rule = forbidden }] }));

        Assert.Equal("works-council", Assert.Single(line.Justifications).Who);
        var answer = new FitAnswer { Model = FitKey.From("m"), Version = 1, Lines = [line] };
        Assert.Equal("1 of 1 c0: met; justified by works-council until 2026-07-01T00:00:00Z: only openings near the home", answer.ToText()[1]);
        Assert.Contains("\"justifications\":[{\"who\":\"works-council\",\"why\":\"only openings near the home\",\"until\":\"2026-07-01T00:00:00Z\"}]", FitStandingJson.Write(answer), StringComparison.Ordinal);
        Assert.Equal((SegmentFaultCodes.ProtectedField, "criteria[1].rule.rules[0].field"), thrown.Faults.Select(fault => (fault.Code, fault.Where)).Single());
    }

    [Fact]
    public void A_proxy_that_a_rule_uses_twice_is_justified_once()
    {
        var line = Assert.Single(Ask(Model(("postcode starts with \"10\" or postcode starts with \"12\"", 1)), ("postcode", "10115")).Lines);

        Assert.Equal("works-council", Assert.Single(line.Justifications).Who);
    }

    [Fact]
    public void As_text_quotients_are_rounded_half_to_even_as_in_json_and_as_data_they_keep_their_digits()
    {
        // 0.000005 of 1,000,000 points is 0.0000000005 per cent.
        var line = new FitLine { Criterion = FitCriterionKey.From("a"), Outcome = FitOutcome.Met, Points = 0.000005m };
        var answer = new FitAnswer { Model = FitKey.From("m"), Version = 1, Lines = [line, line with { Outcome = FitOutcome.Missed, Points = 999_999.999995m }] };

        Assert.Equal(0.0000000005m, answer.Percent);
        Assert.StartsWith("fit 0 with a coverage of 100:", answer.ToText()[0], StringComparison.Ordinal);
        Assert.Contains("\"percent\":0,", FitStandingJson.Write(answer), StringComparison.Ordinal);
        Assert.Equal(100m / 3, Ask(Model(("age > 30", 1), ("age > 50", 2)), ("age", 40)).Percent);
    }

    [Fact]
    public void Twenty_bands_are_the_most()
    {
        FitModel Banded(int count) => Model(("age > 30", 1)) with
        {
            Bands = [.. Enumerable.Range(0, count).Select(index => new FitBand { Key = BandKey.From($"b{index}"), From = index == 0 ? null : index })],
        };

        Assert.Empty(FitReview.FaultsOf(Banded(FitModel.MostBands), People.Schema, People.Terms));
        Assert.Equal([Codes.BandCount], FitReview.FaultsOf(Banded(FitModel.MostBands + 1), People.Schema, People.Terms).Select(fault => fault.Code));
    }

    [Fact]
    public void Every_fault_of_a_model_is_told_at_once()
    {
        var criterion = Model(("age > 30", 1)).Criteria[0];
        var model = Model(("age > 30", 1)) with
        {
            Criteria = [criterion, criterion],
            Bands = [new FitBand { Key = Low, From = 1 }, new FitBand { Key = High, From = 50 }, new FitBand { Key = High, From = 50 }],
            Matrix = [new FitCell { Fit = Hot, Engagement = Hot, Name = FitCellKey.From("x") }, new FitCell { Fit = Hot, Engagement = Hot, Name = FitCellKey.From("y") }],
        };

        Assert.Equal(
            [Codes.CriterionRepeated, Codes.BandRepeated, Codes.BandFrom, Codes.BandOrder, Codes.ScoreMissing, Codes.CellRepeated, Codes.CellBandUnknown, Codes.CellBandUnknown],
            FitReview.FaultsOf(model, People.Schema, People.Terms).Select(fault => fault.Code));
        Assert.Equal([Codes.CriterionCount], FitReview.FaultsOf(model with { Criteria = [], Bands = [], Matrix = [] }, People.Schema, People.Terms).Select(fault => fault.Code));
        Assert.Throws<ArgumentOutOfRangeException>(() => criterion with { Points = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => criterion with { Points = 0.0000001m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FitBand { Key = Low, From = 33.3333333m });
    }

    [Fact]
    public void A_list_that_was_left_unassigned_or_holds_null_is_refused_where_it_is_set()
    {
        var model = Model(("age > 30", 1));
        var definition = FitJson.Define(model);

        Assert.Throws<ArgumentException>(() => model with { Criteria = default });
        Assert.Throws<ArgumentException>(() => model with { Bands = default });
        Assert.Throws<ArgumentException>(() => model with { Matrix = default });
        Assert.Throws<ArgumentException>(() => model with { Criteria = [null!] });
        Assert.Throws<ArgumentException>(() => definition with { Criteria = default });
        Assert.Throws<ArgumentException>(() => definition with { Bands = [null!] });
        Assert.Throws<ArgumentException>(() => definition with { Matrix = default });
    }

    [Fact]
    public void Lines_add_up_and_outcomes_are_those_of_the_oracle() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var (world, dice) = (new SegmentWorld(seed), new Dice(seed));
            var model = new FitModel
            {
                Key = FitKey.From("any"),
                Criteria = [.. Enumerable.Range(0, 1 + dice.Below(8)).Select(index => new FitCriterion { Key = FitCriterionKey.From($"c{index}"), Points = 0.25m * (1 + dice.Below(40)), Rule = world.Rule() })],
                Bands = [new FitBand { Key = Low }, new FitBand { Key = High, From = 1 + dice.Below(99) }],
            };
            var (engine, oracle) = (new FitEngine<Bag>(model, world.Schema, SegmentWorld.Terms), new RuleOracle(world.Calendar, world.Schema));
            for (var i = 0; i < 5; i++)
            {
                var candidate = world.Candidate();
                var answer = engine.Ask(candidate, world.Now, world.Zone, SegmentWorld.IsMember);
                var judged = model.Criteria.Select(criterion => (criterion.Points, Known: oracle.Judge(criterion.Rule, candidate))).ToList();

                Assert.Equal(judged.Where(each => each.Known == true).Sum(each => each.Points), answer.Earned);
                Assert.Equal(judged.Where(each => each.Known is not null).Sum(each => each.Points), answer.Known);
                Assert.Equal(model.Criteria.Sum(criterion => criterion.Points), answer.Possible);
                Assert.InRange(answer.Percent, 0, answer.Coverage);
                Assert.InRange(answer.Coverage, 0, 100);
                Assert.Equal(answer.Earned * 100 >= model.Bands[1].From * answer.Possible ? High : Low, answer.Band);
            }

            Assert.Equal(FitJson.Write(model), FitJson.Write(FitJson.Read(FitJson.Write(model), world.Schema, SegmentWorld.Terms).Required()));
        }).Check(Tries.Of(150));

    internal static FitModel Model(params (string Rule, decimal Points)[] criteria) => new()
    {
        Key = FitKey.From("dotnet-berlin"),
        Criteria = [.. criteria.Select((each, index) => new FitCriterion
        {
            Key = FitCriterionKey.From($"c{index}"),
            Rule = SegmentText.Parse(each.Rule, People.Schema, People.Terms).Required(),
            Points = each.Points,
        })],
    };

    private static FitAnswer Ask(FitModel model, params (string Name, object? Value)[] fields) =>
        new FitEngine<Bag>(model, People.Schema, People.Terms).Ask(People.Of(fields), People.Now, People.Berlin, (_, segment) => segment.Value == "warm");
}
