using CandidateCrm.Applications;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Segments;

public sealed class SegmentExplanationTests
{
    private const string Rule =
        """(country in ("DE", "AT") or mobile = true) and not (age < 30 or name contains "\"") and count(touchpoints where kind = "opened" and at in last 30 days) >= 2 and email has value and postcode has no value""";

    [Fact]
    public void As_text_it_is_the_answer_and_a_line_for_each_condition_that_decides() =>
        Assert.Equal(
            [
                "not in at 2026-03-09T12:00:00Z, days of Europe/Berlin; never otherwise by time alone",
                "count(touchpoints where kind = \"opened\" and at in last 30 days) >= 2: does not hold, found 1, 1 below 2",
                "proxy postcode: only openings near the home (works-council, until 2026-07-01T00:00:00Z)",
            ],
            Explained().ToText().AsEnumerable());

    [Fact]
    public void The_tree_as_text_is_a_line_for_each_part() =>
        Assert.Equal(
            [
                "* all of: does not hold",
                "  - one of: holds",
                "    - country in (\"DE\", \"AT\"): holds, found \"DE\"",
                "    - mobile = true: does not hold, no value",
                "  - none of: holds",
                "    - age < 30: does not hold, found 41.5, 11.5 above 30",
                "    - name contains \"\\\"\": does not hold, found \"A\\nB\"",
                "  * count(touchpoints where kind = \"opened\" and at in last 30 days) >= 2: does not hold, found 1, 1 below 2",
                "  - email has value: holds, value masked",
                "  - postcode has no value: holds, no value",
            ],
            Explained().Tree!.ToText().AsEnumerable());

    [Fact]
    public void What_time_alone_changes_says_when()
    {
        var why = Explain("lastContactedAt in last 30 days and not segment in (\"warm\")", ("lastContactedAt", People.Now));

        Assert.Equal(
            [
                "in at 2026-03-09T12:00:00Z, days of Europe/Berlin; by time alone out from 2026-04-08T11:00:00Z",
                "lastContactedAt in last 30 days: holds, found 2026-03-09T12:00:00Z, until 2026-04-08T11:00:00Z",
                "segment in (\"warm\"): does not hold",
            ],
            why.ToText().AsEnumerable());
        Assert.Equal("* not all of: holds", why.Tree!.ToText()[2].Trim());
    }

    [Fact]
    public void The_published_schema_is_the_one_that_the_code_writes() => PublishedSchema.IsTheOneOfTheTables("segment-explanation", SegmentExplanationJson.SchemaText);

    [Fact]
    public void A_document_of_the_first_version_is_written_and_read_as_ever()
    {
        var golden = GoldenFiles.Read("Segments", "segment-explanation.v1");

        Assert.Equal(golden, SegmentExplanationJson.Write(Explained()));
        Assert.Equal(Explained().Tree!.ToText().AsEnumerable(), SegmentExplanationJson.Read(golden).Required().Tree!.ToText());
    }

    [Fact]
    public void A_masked_value_stands_nowhere()
    {
        const string canary = "canary-3141";
        var why = Explain("email has value and age > 3 and not (email has no value)", ("email", canary), ("age", 4), ("gender", canary));

        Assert.Equal(3, why.Deciding.Length);
        Assert.All([.. why.ToText(), .. why.Tree!.ToText(), why.ToString(), why.Tree.ToString(), SegmentExplanationJson.Write(why)], text => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_parts_never_show_a_value()
    {
        var tree = Explain("age > 3 and name = \"x\"", ("age", 987), ("name", "Anna")).Tree!;

        Assert.All(tree.Parts.Append(tree), part => Assert.DoesNotContain("987", $"{part}{part.Condition}", StringComparison.Ordinal));
        Assert.All(tree.Parts.Append(tree), part => Assert.DoesNotContain("Anna", $"{part}{part.Condition}", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tree_is_made_once_it_is_asked_for_and_only_once()
    {
        var counted = new Counted();
        var schema = SegmentSchema.For<Counted>();
        schema.Number("size", each => each.Size);
        var fields = schema.Build();
        var why = fields.Compile(SegmentText.Parse("size > 1 and size > 2", fields, People.Terms).Required(), People.Terms).Explain(counted, People.Now, People.Berlin);

        var before = counted.Reads;
        _ = why.ToText();
        Assert.Equal(before, counted.Reads);
        var tree = why.Tree;
        var after = counted.Reads;
        Assert.True(after > before);
        Assert.Same(tree, why.Tree);
        Assert.Equal(after, counted.Reads);
    }

    [Fact]
    public void An_explanation_without_a_tree_is_written_and_read_without_one()
    {
        var json = SegmentExplanationJson.Write(Explained() with { Tree = null });

        Assert.DoesNotContain("\"tree\"", json, StringComparison.Ordinal);
        Assert.Null(SegmentExplanationJson.Read(json).Required().Tree);
    }

    [Fact]
    public void A_decision_by_hand_is_shown_and_read_again()
    {
        var by = Actor.Of(PersonId.From("clara"));
        var choice = new SegmentChoice { Segment = SegmentKey.From("warm"), IsIn = true, At = People.Now, By = by, Reason = ReasonCode.From("met-in-person") };
        var why = new SegmentExplanation { IsIn = true, At = People.Now, Zone = "UTC", Deciding = [], ByHand = choice };

        Assert.Equal("by hand since 2026-03-09T12:00:00Z: met-in-person (Person clara)", why.ToText()[^1]);
        Assert.Equal(choice, SegmentExplanationJson.Read(SegmentExplanationJson.Write(why)).Required().ByHand);
        Assert.Equal(Actor.Crm, SegmentExplanationJson.Read(SegmentExplanationJson.Write(why with { ByHand = choice with { By = Actor.Crm } })).Required().ByHand!.By);
        Assert.Equal("byHand.person", SegmentExplanationJson.Read(SegmentExplanationJson.Write(why).Replace("\"person\",", "\"crm\",", StringComparison.Ordinal)).Faults.Single().Where);
    }

    [Theory]
    [InlineData("", "", "The text is not JSON")]
    [InlineData("[]", "", "An object belongs here")]
    [InlineData("""{"schema":2,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[]}""", "schema", "version")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09","zone":"UTC","deciding":[]}""", "at", "An instant is written")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":" ","deciding":[]}""", "zone", "not blank")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","deciding":[]}""", "", "zone is missing")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[],"tre":{}}""", "", "tree")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[{"condition":"a","holds":true,"actual":{"cod":"x"}}]}""", "deciding[0].actual", "Exactly one")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[{"condition":"a","holds":true,"actual":{"number":"x"}}]}""", "deciding[0].actual.number", "A number")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[{"condition":"a","holds":true,"threshold":2,"actual":{"number":1}}]}""", "deciding[0].gap", "threshold less")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[{"condition":"a","holds":true,"masked":true,"actual":{"number":1}}]}""", "deciding[0].actual", "masked")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[],"tree":{"group":"xor","holds":true,"decides":true,"parts":[]}}""", "tree.group", "kind of group")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[],"tree":{"group":"or","holds":true,"decides":true,"parts":[]}}""", "tree.parts", "1 to")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[],"tree":{"holds":true,"decides":false,"condition":{"condition":"a","holds":false}}}""", "tree.holds", "as it does within")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[],"tree":{"holds":false,"decides":false,"condition":{"condition":"a","holds":false}}}""", "tree", "where the candidate is in")]
    [InlineData("""{"schema":1,"isIn":true,"at":"2026-03-09T12:00:00Z","zone":"UTC","deciding":[],"tree":{"holds":true,"decides":true,"condition":{"condition":"a","holds":true}}}""", "deciding", "What decides")]
    public void What_is_wrong_with_a_document_is_said_with_its_place(string json, string where, string says)
    {
        var reading = SegmentExplanationJson.Read(json);

        Assert.Null(reading.Explanation);
        Assert.Contains(reading.Faults, fault => fault.Code == SegmentFaultCodes.Malformed && fault.Where.StartsWith(where, StringComparison.Ordinal) && fault.Sentence.Contains(says, StringComparison.Ordinal));
        Assert.Throws<InvalidSegmentException>(reading.Required);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        Assert.Contains("half a surrogate pair", SegmentExplanationJson.Read("\"\ud800\"").Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(SegmentExplanationJson.Read(SegmentExplanationJson.Write(Explain("name has value", ("name", "\ud800")))).Faults);
    }

    private static SegmentExplanation Explained() => Explain(
        Rule,
        ("country", "DE"),
        ("age", 41.50m),
        ("name", "A\nB"),
        ("email", "anna@example.org"),
        ("touchpoints", new[] { Opened(People.Now - Duration.FromDays(10)), Opened(People.Now - Duration.FromDays(40)) }));

    private static Bag Opened(Instant at) => People.Of(("kind", "opened"), ("at", at));

    private static SegmentExplanation Explain(string rule, params (string Name, object? Value)[] fields) =>
        People.Schema.Compile(SegmentText.Parse(rule, People.Schema, People.Terms).Required(), People.Terms).Explain(People.Of(fields), People.Now, People.Berlin, (_, _) => false);

    private sealed class Counted
    {
        internal int Reads { get; private set; }

        public decimal? Size
        {
            get
            {
                Reads++;
                return 0;
            }
        }
    }
}
