using System.Text.Json;
using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using NodaTime.Text;

namespace CandidateCrm.Tests.Segments;

/// <summary>Rule trees of react-querybuilder over its records, with what it found. Its texts are case-sensitive; of its two answers about null numbers ours is the one where null is no value.</summary>
public sealed class QueryBuilderFixtureTests
{
    private const string Folder = "react-querybuilder";
    private const string Cases = Folder + "/query_cases.json";

    /// <summary>The order of bounds is never kept, so this case is not ours.</summary>
    private const string NotOurs = "preserveValueOrder";

    private static readonly FieldTerms Exact = new() { IsCaseSensitive = true };
    private static readonly SegmentSchema<JsonElement> Schema = MakeSchema();

    [FixtureFact(Cases)]
    public void Every_query_finds_the_records_that_its_makers_found()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(FixturePaths.Of(Cases)));
        using var expected = JsonDocument.Parse(File.ReadAllText(FixturePaths.Of(Folder + "/expected.json")));
        var ours = file.RootElement.GetProperty("cases").EnumerateArray().Where(each => each.GetProperty("name").GetString() != NotOurs).ToList();
        var counted = file.RootElement.GetProperty("match_mode_cases").EnumerateArray().ToList();

        Assert.Equal(expected.RootElement.GetProperty("cases").GetInt32(), ours.Count + 1);
        Assert.Equal(expected.RootElement.GetProperty("match_mode_cases").GetInt32(), counted.Count);
        Assert.All(ours, each => Check(each, file.RootElement.GetProperty("records")));
        Assert.All(counted, each => Check(each, file.RootElement.GetProperty("augmented_records")));
    }

    [FixtureFact(Folder + "/relative_dates.json")]
    public void Every_relative_date_is_the_one_that_its_makers_gave()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(FixturePaths.Of(Folder + "/relative_dates.json")));
        var builder = SegmentSchema.For<Instant>().WeekStartsOn(IsoDayOfWeek.Sunday);
        builder.Instant("at", at => at);
        var (schema, now) = (builder.Build(), Utc(file.RootElement.GetProperty("base_local").GetString()!));

        var anchors = file.RootElement.GetProperty("anchors").EnumerateObject().Select(each => (Value: $$"""{"mode":"relative","anchor":"{{each.Name}}"}""", Is: each.Value.GetString()!));
        var offsets = file.RootElement.GetProperty("offsets").EnumerateArray().Select(each => (Value: $$"""{"mode":"relative","anchor":"now","offset":{{each[0].GetInt32()}},"unit":"{{each[1].GetString()}}"}""", Is: each[2].GetString()!));
        var combined = file.RootElement.GetProperty("combined").EnumerateArray().Select(each => (
            Value: $$"""{"mode":"relative","anchor":"{{each.GetProperty("anchor").GetString()}}","offset":{{each.GetProperty("offset").GetInt32()}},"unit":"{{each.GetProperty("unit").GetString()}}"}""",
            Is: each.GetProperty("result").GetString()!));
        var all = anchors.Concat(offsets).Concat(combined).ToList();

        Assert.Equal(15, all.Count);
        Assert.All(all, each =>
        {
            var json = $$"""{"combinator":"and","rules":[{"field":"at","operator":"=","value":{{each.Value}}}]}""";
            var test = schema.Compile(SegmentJson.Read(json, schema, SegmentWorld.Terms).Required(), SegmentWorld.Terms).At(now, DateTimeZone.Utc);
            Assert.True(test.Holds(Utc(each.Is)), json);
            Assert.False(test.Holds(Utc(each.Is) + Duration.FromMilliseconds(1)));
        });
    }

    private static void Check(JsonElement given, JsonElement records)
    {
        var reading = SegmentJson.Read(given.GetProperty("query").GetRawText(), Schema, SegmentWorld.Terms);
        Assert.True(reading.Faults.IsEmpty, $"{given.GetProperty("name")}: {string.Join(", ", reading.Faults)}");
        var test = Schema.Compile(reading.Rule!, SegmentWorld.Terms).At(default, DateTimeZone.Utc);
        var found = records.EnumerateArray().Where(test.Holds).Select(record => Text(record, "madeUpName"));

        Assert.Equal(given.GetProperty("expected_madeUpName").EnumerateArray().Select(name => name.GetString()), found);
        Assert.Equal(reading.Rule, SegmentJson.Read(SegmentJson.Write(reading.Rule!), Schema, SegmentWorld.Terms).Rule);
        Assert.Equal(reading.Rule, SegmentText.Parse(SegmentText.Format(reading.Rule!), Schema, SegmentWorld.Terms).Rule);
    }

    private static SegmentSchema<JsonElement> MakeSchema()
    {
        var builder = SegmentSchema.For<JsonElement>();
        foreach (var name in new[] { "firstName", "lastName", "madeUpName", "nickname" })
        {
            builder.Text(name, record => Text(record, name), Exact);
        }

        builder.Boolean("enhanced", record => record.GetProperty("enhanced").GetBoolean());
        builder.Number("powerUpAge", record => record.GetProperty("powerUpAge").ValueKind == JsonValueKind.Number ? record.GetProperty("powerUpAge").GetDecimal() : null);
        builder.TextSet("nicknames", record => Items(record, "nicknames").Select(name => name.GetString()!).ToArray(), Exact);
        builder.Collection("earlyPencilers", record => Items(record, "earlyPencilers").ToArray(), items =>
        {
            items.Text("firstName", item => Text(item, "firstName"), Exact);
            items.Text("lastName", item => Text(item, "lastName"), Exact);
        });
        return builder.Build();
    }

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();

    private static JsonElement.ArrayEnumerator Items(JsonElement record, string name) => record.GetProperty(name).EnumerateArray();

    private static Instant Utc(string local) => LocalDateTimePattern.ExtendedIso.Parse(local).Value.InUtc().ToInstant();
}
