using CandidateCrm.Engagement;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Rules;
using CandidateCrm.Tests.Segments;

namespace CandidateCrm.Tests.Engagement;

public sealed class FitJsonTests
{
    private const string Whole =
        """{"schema":1,"kind":"fit","key":"dotnet-berlin","version":2,"criteria":[{"key":"c0","points":2.5,"rule":{"combinator":"and","rules":[{"field":"age","operator":">","value":30}]}}],"bands":[{"key":"low"},{"key":"high","from":60}],"score":"engagement","matrix":[{"fit":"high","engagement":"hot","cell":"call-now"}]}""";

    [Fact]
    public void The_published_schema_is_the_one_that_the_code_writes() => PublishedSchema.IsTheOneOfTheTables("fit-model", FitJson.SchemaText);

    [Fact]
    public void A_model_has_one_spelling_and_comes_back_as_it_was()
    {
        var model = Read(Whole).Required();

        Assert.Equal(Whole, FitJson.Write(model));
        Assert.Equal(2.5m, model.Criteria[0].Points);
        Assert.Equal(new CompareRule("age", CompareOperator.Greater, 30), model.Criteria[0].Rule);
        Assert.True(SchemaChecker.Fits.IsSatisfiedBy(Whole));
    }

    [Fact]
    public void What_is_written_is_the_document_that_a_draft_takes_and_the_kind_may_be_left_out_where_it_is_read()
    {
        var model = Read(Whole).Required();
        var definition = DefinitionJson.Read(FitJson.Write(model));

        Assert.Empty(definition.Faults);
        Assert.Equal(DefinitionJson.Write(Definition.Of(FitJson.Define(model))), FitJson.Write(model));
        Assert.Equal(Whole, FitJson.Write(Read(Whole.Replace("\"kind\":\"fit\",", "", StringComparison.Ordinal)).Required()));
        Assert.Equal(["kind"], Read(Whole.Replace("\"fit\",\"key", "\"score\",\"key", StringComparison.Ordinal)).Faults.Select(fault => fault.Where));
    }

    [Theory]
    [InlineData("\"points\":2.5", "\"points\":0", RulesFaultCodes.NumberInvalid, "criteria[0].points")]
    [InlineData("\"field\":\"age\"", "\"field\":\"agee\"", SegmentFaultCodes.UnknownField, "criteria[0].rule.rules[0].field")]
    [InlineData("\"field\":\"age\"", "\"field\":\"gender\"", SegmentFaultCodes.ProtectedField, "criteria[0].rule.rules[0].field")]
    [InlineData("\"from\":60", "\"from\":160", RulesFaultCodes.NumberInvalid, "bands[1].from")]
    [InlineData("\"fit\":\"high\"", "\"fit\":\"hgh\"", FitFaultCodes.CellBandUnknown, "matrix[0]")]
    [InlineData("\"score\":\"engagement\",", "", FitFaultCodes.ScoreMissing, "matrix")]
    [InlineData("\"version\":2", "\"vers\":2", RulesFaultCodes.MemberUnknown, "")]
    public void What_is_wrong_is_told_with_its_place(string right, string wrong, string code, string where)
    {
        var fault = Assert.Single(Read(Whole.Replace(right, wrong, StringComparison.Ordinal)).Faults);

        Assert.Equal((code, where), (fault.Code, fault.Where));
    }

    [Fact]
    public void Faults_of_the_form_of_the_rules_and_of_what_parts_say_to_each_other_are_told_at_once()
    {
        const string faulty =
            """{"schema":1,"key":"x","criteria":[{"key":"c0","points":0,"rule":{"combinator":"and","rules":[{"field":"agee","operator":">","value":30}]}},{"key":"c0","points":1,"rule":{"combinator":"and","rules":[]}}],"bands":[{"key":"low","from":3}],"matrix":[{"fit":"high","engagement":"hot","cell":"call-now"}]}""";

        Assert.Equal(
            [
                (RulesFaultCodes.NumberInvalid, "criteria[0].points"), (SegmentFaultCodes.UnknownField, "criteria[0].rule.rules[0].field"), (SegmentFaultCodes.EmptyGroup, "criteria[1].rule"),
                (FitFaultCodes.CriterionRepeated, "criteria"), (FitFaultCodes.BandFrom, "bands[0]"), (FitFaultCodes.ScoreMissing, "matrix"), (FitFaultCodes.CellBandUnknown, "matrix[0]"),
            ],
            Read(faulty).Faults.Select(fault => (fault.Code, fault.Where)));
    }

    [Fact]
    public void Of_what_cannot_be_read_nothing_follows()
    {
        var faults = Read(Whole.Replace("\"from\":60", "\"from\":160", StringComparison.Ordinal).Replace("\"score\":\"engagement\"", "\"score\":7", StringComparison.Ordinal)).Faults;

        Assert.Equal(["bands[1].from", "score"], faults.Select(fault => fault.Where));
    }

    [Fact]
    public void A_published_model_is_bound_with_every_fault_at_once()
    {
        var definition = FitJson.Define(Read(Whole).Required());
        var faulty = definition with { Score = null, Criteria = [definition.Criteria[0] with { Rule = definition.Criteria[0].Rule.Replace("age", "agee", StringComparison.Ordinal) }] };

        Assert.Equal([SegmentFaultCodes.UnknownField, FitFaultCodes.ScoreMissing], FitJson.Bind(faulty, People.Schema, People.Terms).Faults.Select(fault => fault.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\"\ud800\"")]
    public void What_is_no_model_is_a_fault_and_never_an_exception(string json) => Assert.NotEmpty(Read(json).Faults);

    private static FitReading Read(string json) => FitJson.Read(json, People.Schema, People.Terms);
}
