using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Tests.Segments;

/// <summary>Segments that a tenant has saved: how they are judged, and how they are asked.</summary>
public sealed class SavedSegmentTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly Instant Monday = Histories.Start;

    [Fact]
    public void Every_fault_of_every_segment_is_said_with_its_segment_and_its_place()
    {
        var rules = TestRules.Everything with
        {
            Segments =
            [
                Saved("a", """contry = "DE" and gender = "f" """),
                Saved("b", """{"combinator":"and","rules":[{"field":"country","operator":"=","value":""}]}"""),
                Saved("c", """segment in ("d")"""),
                Saved("d", """not segment in ("c")"""),
                Saved("e", """segment in ("nobody")"""),
                Saved("f", null),
                Saved("f", "phase = \"hire\""),
            ],
        };

        Assert.Equal(
        [
            (Codes.UnknownField, "segment a: 1:1"), (Codes.ProtectedField, "segment a: 1:19"),
            (Codes.EmptyValue, "segment b: rules[0].value"),
            (Codes.CircularReference, "segment c: 1:13"),
            (Codes.CircularReference, "segment d: 1:17"),
            (Codes.UnknownSegment, "segment e: 1:13"),
            (RulesFaultCodes.KeyTwice, "segment f"),
        ],
            RulesReview.FaultsOf(rules).Select(fault => (fault.Code, fault.Where)));
    }

    [Fact]
    public void What_is_wrong_with_other_definitions_does_not_hide_what_is_wrong_with_a_segment()
    {
        var twice = TestRules.Everything.Attributes.Add(TestRules.Everything.Attributes[0]);
        var rules = TestRules.Everything with { Attributes = twice, Segments = [Saved("a", "contry = \"DE\"")] };

        Assert.Equal([RulesFaultCodes.KeyTwice, Codes.UnknownField], RulesReview.FaultsOf(rules).Select(fault => fault.Code));
    }

    [Theory]
    [InlineData("score > 3")]
    [InlineData("score.engagement > 3")]
    public void What_a_relationship_does_not_hold_cannot_be_kept(string rule)
    {
        var rules = TestRules.Everything with { Segments = [Saved("a", rule) with { Keeping = SegmentKeeping.Kept }] };
        Assert.Equal([(RulesFaultCodes.SegmentNotKeepable, "segment a")], RulesReview.FaultsOf(rules).Select(fault => (fault.Code, fault.Where)));

        rules = TestRules.Everything with { Segments = [Saved("a", rule), Saved("b", """segment in ("a")""") with { Keeping = SegmentKeeping.Kept }] };
        Assert.Equal([(RulesFaultCodes.SegmentNotKeepable, "segment a")], RulesReview.FaultsOf(rules).Select(fault => (fault.Code, fault.Where)));
        Assert.Empty(RulesReview.FaultsOf(TestRules.Everything with { Segments = [Saved("a", rule), Saved("b", """segment in ("a")""")] }));
    }

    [Fact]
    public void What_a_kept_segment_refers_to_is_kept_and_stands_before_it()
    {
        var rules = TestRules.Everything with
        {
            Segments = [Saved("a", """segment in ("b") and country = "DE" """) with { Keeping = SegmentKeeping.Kept }, Saved("b", """segment in ("c", "list")"""), Saved("c", "phase = \"hire\""), Saved("d", "phase = \"hire\""), Saved("list", null)],
        };
        var segments = TenantSegments.Of(rules);

        Assert.Equal(["a", "b", "c", "list"], segments.Kept.Select(each => each.Key.Value).Order(StringComparer.Ordinal));
        foreach (var segment in segments.InOrder)
        {
            Assert.All(segment.References, other => Assert.True(segments.InOrder.IndexOf(segments.Find(other)!) < segments.InOrder.IndexOf(segment)));
        }
    }

    [Fact]
    public void Every_field_says_which_part_of_a_relationship_it_is_read_from()
    {
        var unknown = RelationshipSchema.Of(TestRules.Everything).Fields.Where(field => FieldSource.Of(field) == FieldSources.Attributes).Select(field => field.Name);

        Assert.Equal(TestRules.Everything.Attributes.Select(attribute => attribute.Key.Value), unknown);
    }

    [Fact]
    public void A_segment_whose_fields_are_gone_is_left_out_and_so_are_those_that_refer_to_it()
    {
        var rules = TestRules.Everything with { Segments = [Saved("german", """country = "DE" """), Saved("others", """not segment in ("german")"""), Saved("hired", "phase = \"hire\"")] };
        var stored = RulesDocuments.Of(rules);
        var name = new DefinitionName(DefinitionKind.Attribute, "country");
        var reading = (stored with { Manifest = stored.Manifest.RemoveAll(row => row.Name == name) }).Read(new DefinitionCache());

        Assert.Equal(["segment/german", "segment/others"], reading.LeftOut.Select(left => left.Row.Name.ToString()));
        Assert.Equal(["hired"], reading.Rules!.Segments.Select(each => each.Key.Value));
        Assert.Empty(RulesReview.FaultsOf(reading.Rules));
    }

    [Fact]
    public async Task A_saved_segment_is_asked_by_its_key_and_through_references()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with
        {
            Segments = [Saved("german", """country = "DE" """), Saved("dotnet", """skills any of ("C#", "F#") and segment in ("german")"""), Saved("opened", """count(touchpoints where kind = "email.opened") >= 1"""), Saved("all", """segment in ("dotnet", "opened")""")],
        }));
        crm.Clock.Now = Monday + Duration.FromDays(10);
        await crm.HappenAsync("a", Monday, Told(("country", "DE")));
        await crm.HappenAsync("b", Monday + Duration.FromDays(5), Told(("skills", AttributeValue.Texts("C#"))));

        Assert.True(await crm.Acme.Segments.MatchesAsync(Anna, SegmentKey.From("all")));
        Assert.False(await crm.Acme.Segments.MatchesAsync(Anna, SegmentKey.From("dotnet"), Monday + Duration.FromDays(4)));
        Assert.True(await crm.Acme.Segments.MatchesAsync(Anna, SegmentKey.From("german"), Monday + Duration.FromDays(4)));
        Assert.False(await crm.Acme.Segments.MatchesAsync(Anna, SegmentKey.From("opened")));
        Assert.Null(await crm.Acme.Segments.MatchesAsync(CandidateId.From("nobody"), SegmentKey.From("all")));
        var rule = (await crm.Acme.Segments.ReadTextAsync("""not segment in ("all")""")).Required();
        Assert.False(await crm.Acme.Segments.MatchesAsync(Anna, rule));

        var why = (await crm.Acme.Segments.ExplainAsync(Anna, SegmentKey.From("dotnet")))!;
        Assert.True(why.IsIn);
        Assert.Equal(2, why.Deciding.Length);
        var unknown = await Assert.ThrowsAsync<InvalidSegmentException>(async () => await crm.Acme.Segments.MatchesAsync(Anna, SegmentKey.From("germn")));
        Assert.Equal([(Codes.UnknownSegment, "german")], unknown.Faults.Select(fault => (fault.Code, fault.DidYouMean)));
    }

    private static SegmentDefinition Saved(string key, string? rule) => new() { Key = SegmentKey.From(key), Rule = rule };

    private static AttributesChanged Told(params (string Name, AttributeValue Value)[] values) =>
        new() { Values = [.. values.Select(each => new FactField(FactCode.From(each.Name), each.Value))] };
}
