using System.Text.Json;
using CandidateCrm.Rules;

namespace CandidateCrm.Tests.Rules;

public sealed class RulesSchemaTests
{
    [Fact]
    public void The_published_schema_is_the_one_of_the_tables() => PublishedSchema.IsTheOneOfTheTables("rules-definition", RulesSchema.Text);

    [Fact]
    public void It_has_a_part_for_each_kind_and_says_what_each_member_means()
    {
        using var schema = JsonDocument.Parse(RulesSchema.Text);
        var parts = schema.RootElement.GetProperty("$defs").EnumerateObject().ToArray();

        Assert.Equal(["settings", "lifecycle", "pipeline", "dispositions", "public-status", "calendar", "zone", "expectation", "score", "fit", "experience", "attribute", "segment"], parts.Take(13).Select(part => part.Name));
        Assert.Equal(["group", "combined", "rule", "match", "length", "relative", "bound"], parts.Skip(13).Select(part => part.Name));
        Assert.All(parts.Take(13).SelectMany(part => Members(part.Value)), member => Assert.EndsWith(".", member.GetProperty("description").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"schema":1,"kind":"pipeline","key":"p","stages":[]}""")]
    [InlineData("""{"schema":1,"kind":"pipeline","key":"p","stages":[{"key":"a","nam":"A"}]}""")]
    [InlineData("""{"schema":1,"kind":"pipeline","stages":[{"key":"a"}]}""")]
    [InlineData("""{"schema":2,"kind":"pipeline","key":"p","stages":[{"key":"a"}]}""")]
    [InlineData("""{"schema":1,"kind":"funnel","key":"p","stages":[{"key":"a"}]}""")]
    [InlineData("""{"schema":1,"kind":"settings","zone":"UTC","announced":["charter.promise_brokn"]}""")]
    [InlineData("""{"schema":1,"kind":"calendar","key":"c","zone":"UTC","week":{"montag":["09:00-17:00"]}}""")]
    [InlineData("""{"schema":1,"kind":"calendar","key":"c","zone":"UTC","week":{"monday":["9-17"]}}""")]
    [InlineData("""{"schema":1,"kind":"expectation","key":"e","startedBy":[{"fact":"offer.made"}],"keptBy":[{"fact":"application.ended"}],"calendar":"c","limit":{"businessDays":1,"workingTime":"PT1H"}}""")]
    [InlineData("""{"schema":1,"kind":"expectation","key":"e","startedBy":[{"fact":"offer.made"}],"keptBy":[{"fact":"application.ended"}],"calendar":"c","limit":{"workingTime":"P1D"}}""")]
    [InlineData("""{"schema":1,"kind":"fit","key":"f","criteria":[{"key":"c","points":1,"rule":{"combinator":"and"}}]}""")]
    [InlineData("""{"schema":1,"kind":"fit","key":"f","criteria":[{"key":"c","points":1,"rule":"age > 30"}]}""")]
    [InlineData("""{"schema":1,"kind":"experience","key":"e","moments":[{"kind":"outcome.hired","valence":101}]}""")]
    [InlineData("""{"schema":1,"kind":"experience","key":"e","endWeight":1.5}""")]
    [InlineData("""{"schema":1,"kind":"segment","key":"s","rule":{"combinator":"and"}}""")]
    [InlineData("""{"schema":1,"kind":"segment","key":"s","rule":" "}""")]
    [InlineData("""{"schema":1,"kind":"segment","key":"s","rule":" {}"}""")]
    [InlineData("""{"schema":1,"kind":"segment","key":"s","keeping":"always"}""")]
    public void It_refuses_what_reading_refuses(string json)
    {
        Assert.False(SchemaChecker.Definitions.IsSatisfiedBy(json));
        Assert.NotEmpty(DefinitionJson.Read(json).Faults);
    }

    private static IEnumerable<JsonElement> Members(JsonElement schema) =>
        schema.ValueKind switch
        {
            JsonValueKind.Object => schema.EnumerateObject().SelectMany(each => each.Name == "properties"
                ? each.Value.EnumerateObject().SelectMany(member => Members(member.Value).Prepend(member.Value))
                : Members(each.Value)),
            JsonValueKind.Array => schema.EnumerateArray().SelectMany(Members),
            _ => [],
        };
}
