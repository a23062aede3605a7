using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Tests.Segments;

/// <summary>Rules about one candidate, as a host asks them.</summary>
public sealed class SegmentsThroughTheCrmTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly Instant Monday = Histories.Start;

    [Fact]
    public async Task A_candidate_matches_now_and_did_not_before()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Monday + Duration.FromDays(10);
        await crm.HappenAsync("a", Monday, Told(("country", "DE"), ("skills", AttributeValue.Texts("C#"))));
        await crm.HappenAsync("b", Monday + Duration.FromDays(5), Told(("skills", AttributeValue.Texts("C#", "F#"))));
        var rule = (await crm.Acme.Segments.ReadTextAsync("""country = "de" and skills all of ("c#", "f#")""", SegmentUse.Kept)).Required();

        Assert.True(await crm.Acme.Segments.MatchesAsync(Anna, rule));
        Assert.False(await crm.Acme.Segments.MatchesAsync(Anna, rule, Monday + Duration.FromDays(4)));
        Assert.Null(await crm.Acme.Segments.MatchesAsync(Anna, rule, Monday - Duration.FromDays(1)));
        Assert.Null(await crm.Acme.Segments.MatchesAsync(CandidateId.From("nobody"), rule));
    }

    [Fact]
    public async Task Touchpoints_are_counted_from_the_timeline_without_what_was_taken_back()
    {
        await using var crm = new CrmUnderTest();
        for (var day = 0; day < 4; day++)
        {
            await crm.HappenAsync($"opened-{day}", Monday + Duration.FromDays(day * 10), new TouchpointRecorded { Kind = TouchKinds.EmailOpened, Direction = Direction.Inbound });
        }

        crm.Clock.Now = Monday + Duration.FromDays(40);
        var rule = (await crm.Acme.Segments.ReadJsonAsync(
            """{"combinator":"and","rules":[{"field":"touchpoints","operator":"=","match":{"mode":"atLeast","threshold":3},"value":{"combinator":"and","rules":[{"field":"kind","operator":"=","value":"email.opened"},{"field":"at","operator":"inLast","value":{"n":30,"unit":"day"}}]}}]}""")).Required();
        Assert.False(await crm.Acme.Segments.MatchesAsync(Anna, rule));
        Assert.True(await crm.Acme.Segments.MatchesAsync(Anna, rule, Monday + Duration.FromDays(35)));
        Assert.True(await crm.Acme.Segments.MatchesAsync(Anna, rule, Monday + Duration.FromDays(30)));

        await crm.HappenAsync("mistake", Monday + Duration.FromDays(40), new FactsRetracted { Events = [EventId.From("opened-1")], Reason = ReasonCode.From("mistake") });
        Assert.False(await crm.Acme.Segments.MatchesAsync(Anna, rule, Monday + Duration.FromDays(30)));
        var first = SegmentText.Parse("firstContactAt in last 39 days", RelationshipSchema.Of(TestRules.Everything), new SegmentTerms { AsOf = Monday }).Required();
        Assert.False(await crm.Acme.Segments.MatchesAsync(Anna, first));
    }

    [Fact]
    public async Task An_explanation_names_the_fewest_conditions_with_what_was_found_and_how_much_is_missing()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Monday + Duration.FromDays(2);
        await crm.HappenAsync("a", Monday, Told(("country", "AT"), ("email", "anna@example.org")));
        await crm.HappenAsync("b", Monday, new TouchpointRecorded { Kind = TouchKinds.EmailOpened, Direction = Direction.Inbound });
        const string text = """(country = "DE" or skills has value) and count(touchpoints where kind = "email.opened") >= 3""";
        var why = (await crm.Acme.Segments.ExplainAsync(Anna, (await crm.Acme.Segments.ReadTextAsync(text)).Required()))!;

        Assert.Equal((false, "Europe/Berlin"), (why.IsIn, why.Zone));
        var missing = Assert.Single(why.Deciding);
        Assert.Equal(("touchpoints", false, 1m, 3m, 2m), (missing.Field, missing.Holds, missing.Actual.AsNumber, missing.Threshold, missing.Gap));

        why = (await crm.Acme.Segments.ExplainAsync(Anna, (await crm.Acme.Segments.ReadTextAsync("""country = "DE" or skills has value or email has no value""")).Required()))!;
        Assert.Equal(["country", "skills", "email"], why.Deciding.Select(each => each.Field));
        Assert.Equal([("AT", false), ("", false), ("", true)], why.Deciding.Select(each => (each.Actual.IsNone ? string.Empty : each.Actual.AsText, each.IsMasked)));
        Assert.DoesNotContain("AT", string.Concat(why.Deciding) + why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explanation_says_when_the_answer_and_each_condition_next_change_by_time_alone()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Monday + Duration.FromDays(2);
        await crm.HappenAsync("a", Monday, Told(("country", "DE")));
        await crm.HappenAsync("b", Monday - Duration.FromDays(3), new TouchpointRecorded { Kind = TouchKinds.EmailOpened, Direction = Direction.Inbound });
        await crm.HappenAsync("c", Monday, new TouchpointRecorded { Kind = TouchKinds.EmailOpened, Direction = Direction.Inbound });
        await crm.HappenAsync("d", Monday, new TouchpointRecorded { Kind = TouchKinds.EmailOpened, Direction = Direction.Inbound });
        const string text = """country = "DE" and count(touchpoints where kind = "email.opened" and at in last 720 hours) >= 2""";
        var why = (await crm.Acme.Segments.ExplainAsync(Anna, (await crm.Acme.Segments.ReadTextAsync(text)).Required()))!;

        // Two of three remain when the oldest leaves: the second to leave decides.
        Assert.Equal(Monday + Duration.FromHours(720), why.NextFlip);
        Assert.Equal([null, why.NextFlip], why.Deciding.Select(each => each.ChangesAt));
    }

    [Theory]
    [InlineData("gender = \"f\"")]
    [InlineData("not (gender = \"f\")")]
    [InlineData("country = \"DE\" or not (phase = \"hire\" and not gender has value)")]
    [InlineData("gender has no value")]
    public async Task A_protected_attribute_is_refused_wherever_it_stands(string text)
    {
        await using var crm = new CrmUnderTest();

        Assert.Equal([Codes.ProtectedField], (await crm.Acme.Segments.ReadTextAsync(text)).Faults.Select(fault => fault.Code));
        var elsewhere = new HasValueRule("gender");
        Assert.Equal([Codes.ProtectedField], (await crm.Acme.Segments.ReviewAsync(!elsewhere)).Faults.Select(fault => fault.Code));
        await Assert.ThrowsAsync<InvalidSegmentException>(async () => await crm.Acme.Segments.MatchesAsync(Anna, elsewhere));
    }

    [Fact]
    public void A_protected_attribute_is_refused_through_a_reference()
    {
        var terms = new SegmentTerms { AsOf = Monday, Segments = new Dictionary<SegmentKey, SegmentRule?> { [SegmentKey.From("women")] = new HasValueRule("gender") } };

        Assert.Equal([Codes.ProtectedField], SegmentText.Parse("""not segment in ("women")""", RelationshipSchema.Of(TestRules.Everything), terms).Faults.Select(fault => fault.Code));
    }

    [Fact]
    public async Task What_may_be_meant_is_said_and_segments_that_are_not_saved_are_unknown()
    {
        await using var crm = new CrmUnderTest();

        Assert.Equal([(Codes.UnknownField, "country")], (await crm.Acme.Segments.ReadTextAsync("contry = \"DE\"")).Faults.Select(fault => (fault.Code, fault.DidYouMean)));
        Assert.Equal([Codes.UnknownSegment], (await crm.Acme.Segments.ReadTextAsync("segment in (\"warm\")")).Faults.Select(fault => fault.Code));
        Assert.Equal([Codes.ProtectedField], (await crm.Acme.Segments.ReadTextAsync("email = \"anna@example.org\"")).Faults.Select(fault => fault.Code));
        Assert.Equal([Codes.BadValue], (await crm.Acme.Segments.ReadTextAsync("touchpointCount > \"many\"")).Faults.Select(fault => fault.Code));
    }

    [Fact]
    public async Task A_proxy_needs_a_justification_in_force_which_every_explanation_shows()
    {
        var until = Monday + Duration.FromDays(3);
        var postcode = new AttributeDefinition
        {
            Key = FactCode.From("postcode"), Type = FieldType.Text, Class = AttributeClass.Proxy, Justification = new FieldJustification { Who = "works-council", Why = "a long way to work", Until = until },
        };
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Attributes = [postcode] }));
        crm.Clock.Now = Monday + Duration.FromDays(2);
        await crm.HappenAsync("a", Monday, Told(("postcode", "10115")));
        var rule = (await crm.Acme.Segments.ReadTextAsync("""phase = "hire" and postcode starts with "10" """)).Required();
        var why = (await crm.Acme.Segments.ExplainAsync(Anna, rule))!;

        Assert.Equal([("postcode", "a long way to work")], why.Proxies.Select(proxy => (proxy.Field, proxy.Justification.Why)));
        Assert.Equal(["phase"], why.Deciding.Select(each => each.Field));

        crm.Clock.Now = until;
        Assert.Equal([Codes.ProtectedField], (await crm.Acme.Segments.ReviewAsync(rule)).Faults.Select(fault => fault.Code));
    }

    [Fact]
    public void An_attribute_of_the_host_is_refused_where_only_recorded_ones_serve_with_the_call_that_would_record_it()
    {
        var builder = SegmentSchema.For<string>();
        builder.Code("tier", text => text);
        var fault = Assert.Single(SegmentText.Parse("tier = \"a\"", builder.Build(), new SegmentTerms { AsOf = Monday, Use = SegmentUse.Kept }).Faults);

        Assert.Equal(Codes.NotRecorded, fault.Code);
        Assert.All(["AttributesChanged", "ITenantCrm.RecordAsync", "ITenantCrm.SubmitAsync"], word => Assert.Contains(word, fault.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_view_without_its_timeline_refuses_to_say_that_there_was_no_touchpoint()
    {
        var schema = RelationshipSchema.Of(TestRules.Everything);
        var rule = schema.Compile(SegmentText.Parse("no touchpoints where everyone", schema, new SegmentTerms { AsOf = Monday }).Required(), new SegmentTerms { AsOf = Monday });
        var nobody = CandidateCrm.Relationships.Relationship.Empty(Histories.Anna);

        Assert.Throws<InvalidOperationException>(() => rule.Holds(CandidateView.Of(nobody, Monday), Monday, DateTimeZone.Utc));
        Assert.True(rule.Holds(CandidateView.Of(nobody, Monday, []), Monday, DateTimeZone.Utc));
    }

    [Fact]
    public void Of_whom_nothing_counted_yet_the_score_is_that_of_nobody_and_a_wrongly_typed_attribute_has_no_value()
    {
        var schema = RelationshipSchema.Of(TestRules.Everything);
        var state = CandidateCrm.Relationships.Relationship.Empty(Histories.Anna) with
        {
            Candidate = new CandidateSlice { Attributes = [new RecordedAttribute { Name = FactCode.From("country"), Value = 3 }] },
        };
        var terms = new SegmentTerms { AsOf = Monday };
        var rule = SegmentText.Parse("score = 0 and band = \"cold\" and score.engagement = 0 and country has no value", schema, terms).Required();

        Assert.True(schema.Compile(rule, terms).Holds(CandidateView.Of(state, Monday), Monday, DateTimeZone.Utc));
    }

    private static AttributesChanged Told(params (string Name, AttributeValue Value)[] values) =>
        new() { Values = [.. values.Select(each => new FactField(FactCode.From(each.Name), each.Value))] };
}
