using CandidateCrm.Segments;
using CandidateCrm.Tests.Rules;

namespace CandidateCrm.Tests.Segments;

public sealed class SegmentSchemaTests
{
    [Fact]
    public void The_published_schema_is_the_one_that_the_code_writes() => PublishedSchema.IsTheOneOfTheTables("segment-rule", SegmentJson.SchemaText);

    [Theory]
    [InlineData("segment")]
    [InlineData("everyone")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    public void Some_names_are_not_for_fields(string name) => Assert.Throws<ArgumentException>(() => SegmentSchema.For<Bag>().Text(name, bag => bag.Get<string>(name)));

    [Fact]
    public void A_name_stands_for_one_field()
    {
        var schema = SegmentSchema.For<Bag>();
        schema.Text("name", bag => bag.Get<string>("name"));

        Assert.Throws<ArgumentException>(() => schema.Protected("name", FieldType.Text));
    }

    [Theory]
    [InlineData("""{"combinator":"and","rules":[]}""")]
    [InlineData("""{"combinator":"xor","rules":[{"field":"age","operator":"=","value":1}]}""")]
    [InlineData("""{"combinator":"and","rules":[{"field":"age","operator":"==","value":1}]}""")]
    [InlineData("""{"combinator":"and","rules":[{"operator":"=","value":1}]}""")]
    [InlineData("""{"combinator":"and","nto":true,"rules":[{"field":"age","operator":"=","value":1}]}""")]
    [InlineData("""{"combinator":"and","rules":[{"field":"birthday","operator":"inLast","value":{"n":1,"unit":"days"}}]}""")]
    public void The_json_schema_refuses_what_reading_refuses(string json)
    {
        Assert.False(SchemaChecker.Segments.IsSatisfiedBy(json));
        Assert.NotEmpty(SegmentJson.Read(json, People.Schema, People.Terms).Faults);
    }

    [Fact]
    public void A_group_has_two_rules_or_it_is_no_group()
    {
        SegmentRule rule = new HasValueRule("age");

        Assert.Same(rule, SegmentRule.All(rule));
        Assert.Same(rule, SegmentRule.Any(rule));
        Assert.Throws<ArgumentException>(() => SegmentRule.All());
        Assert.Throws<ArgumentException>(() => new OrRule([rule]));
        Assert.Throws<ArgumentException>(() => new CountRule("skills", rule, CountMode.AtLeast));
        Assert.Throws<ArgumentException>(() => new CompareRule("age", CompareOperator.Between, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeRule("birthday", TimeOperator.InLast, 0, TimeUnit.Day));
    }
}
