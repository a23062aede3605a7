using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Tests.Segments;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("""{"combinator":"and","rules":[]}""", Codes.EmptyGroup, "")]
    [InlineData("""{"combinator":"and","rules":[{"combinator":"or","not":true,"rules":[]}]}""", Codes.EmptyGroup, "rules[0]")]
    [InlineData("""{"combinator":"and","rules":[{"field":"age","operator":"=","value":1,"muted":true}]}""", Codes.EmptyGroup, "")]
    [InlineData("""{"combinator":"and","muted":true,"rules":[{"field":"age","operator":"=","value":1}]}""", Codes.EmptyGroup, "")]
    [InlineData("""{"combinator":"xor","rules":[{"field":"age","operator":"=","value":1}]}""", Codes.UnknownCombinator, "combinator")]
    [InlineData("""{"rules":[{"field":"age","operator":"=","value":1},"xor",{"field":"age","operator":"=","value":2}]}""", Codes.UnknownCombinator, "rules[1]")]
    [InlineData("""{"rules":[{"field":"age","operator":"=","value":1},"and"]}""", Codes.UnknownCombinator, "rules[1]")]
    [InlineData("""{"combinator":"and","rules":[{"field":"age","operator":"=","value":1,"nto":true}]}""", Codes.Malformed, "rules[0]")]
    [InlineData("""{"combinator":"and","rules":[{"field":"age","operator":"=","valueSource":"parameter","value":"x"}]}""", Codes.BadValue, "rules[0].valueSource")]
    [InlineData("""{"combinator":"and","rules":7}""", Codes.Malformed, "rules")]
    [InlineData("""{"field":"age","operator":"=","value":1}""", Codes.Malformed, "")]
    [InlineData("""{"combinator":"and","not":true,"not":false,"rules":[{"field":"age","operator":"=","value":1}]}""", Codes.Malformed, "")]
    [InlineData("[", Codes.Malformed, "")]
    public void A_document_is_refused_with_code_and_place(string json, string code, string where) => Refused(Read(json), code, where);

    [Theory]
    [InlineData("""{"field":"agee","operator":"=","value":1}""", Codes.UnknownField, "field")]
    [InlineData("""{"operator":"=","value":1}""", Codes.UnknownField, "field")]
    [InlineData("""{"field":"age","operator":"=","valueSource":"field","value":"wantedage"}""", Codes.UnknownField, "value")]
    [InlineData("""{"field":"age","operator":"==","value":1}""", Codes.UnknownOperator, "operator")]
    [InlineData("""{"field":"age","value":1}""", Codes.UnknownOperator, "operator")]
    [InlineData("""{"field":"age","operator":"contains","value":1}""", Codes.UnsupportedOperator, "operator")]
    [InlineData("""{"field":"mobile","operator":"<","value":true}""", Codes.UnsupportedOperator, "operator")]
    [InlineData("""{"field":"mobile","operator":"in","value":[true]}""", Codes.UnsupportedOperator, "operator")]
    [InlineData("""{"field":"skills","operator":"=","value":"a"}""", Codes.UnsupportedOperator, "operator")]
    [InlineData("""{"field":"skills","operator":"beginsWith","value":"a"}""", Codes.UnsupportedOperator, "operator")]
    [InlineData("""{"field":"name","operator":"containsAny","value":["a"]}""", Codes.UnsupportedOperator, "operator")]
    [InlineData("""{"field":"lastContactedAt","operator":"anniversaryInNext","value":{"n":1,"unit":"day"}}""", Codes.UnsupportedOperator, "operator")]
    [InlineData("""{"field":"touchpoints","operator":"=","value":"a"}""", Codes.UnsupportedOperator, "operator")]
    [InlineData("""{"field":"age","operator":"in","valueSource":"field","value":"wanted age"}""", Codes.UnsupportedOperator, "value")]
    [InlineData("""{"field":"segment","operator":"=","value":"a"}""", Codes.UnsupportedOperator, "operator")]
    [InlineData("""{"field":"age","operator":"in","value":[]}""", Codes.EmptyList, "value")]
    [InlineData("""{"field":"age","operator":"in","value":""}""", Codes.EmptyList, "value")]
    [InlineData("""{"field":"age","operator":"in","value":" , "}""", Codes.EmptyList, "value")]
    [InlineData("""{"field":"skills","operator":"containsNone"}""", Codes.EmptyList, "value")]
    [InlineData("""{"field":"segment","operator":"in","value":[]}""", Codes.EmptyList, "value")]
    [InlineData("""{"field":"name","operator":"=","value":""}""", Codes.EmptyValue, "value")]
    [InlineData("""{"field":"age","operator":">","value":""}""", Codes.EmptyValue, "value")]
    [InlineData("""{"field":"name","operator":"contains","value":""}""", Codes.EmptyValue, "value")]
    [InlineData("""{"field":"age","operator":"between","value":""}""", Codes.EmptyValue, "value")]
    [InlineData("""{"field":"age","operator":"=","value":"seven"}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"age","operator":"=","value":" 7"}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"age","operator":"=","value":true}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"age","operator":"=","value":1e40}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"age","operator":"=","value":[7]}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"mobile","operator":"=","value":"yes"}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"name","operator":"=","value":7}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"birthday","operator":"=","value":"2026-02-30"}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"birthday","operator":"=","value":"2026-02-03T00:00:00Z"}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"lastContactedAt","operator":"=","value":"2026-02-03T00:00:00"}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"age","operator":"between","value":[1]}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"age","operator":"between","value":"1,2,3"}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"birthday","operator":"inLast","value":{"n":0,"unit":"day"}}""", Codes.BadValue, "value.n")]
    [InlineData("""{"field":"birthday","operator":"inLast","value":{"n":1.5,"unit":"day"}}""", Codes.BadValue, "value.n")]
    [InlineData("""{"field":"birthday","operator":"inLast","value":30}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"birthday","operator":"inPeriod","value":"lastWek"}""", Codes.BadValue, "value")]
    [InlineData("""{"field":"birthday","operator":"=","value":{"mode":"relative","anchor":"startOfHour"}}""", Codes.BadValue, "value.anchor")]
    [InlineData("""{"field":"birthday","operator":"inLast","value":{"n":1,"unit":"hour"}}""", Codes.BadUnit, "value.unit")]
    [InlineData("""{"field":"lastContactedAt","operator":"inLast","value":{"n":1,"unit":"days"}}""", Codes.BadUnit, "value.unit")]
    [InlineData("""{"field":"birthday","operator":"=","value":{"mode":"relative","anchor":"now","offset":1,"unit":"minute"}}""", Codes.BadUnit, "value")]
    [InlineData("""{"field":"birthday","operator":"<","value":{"mode":"relative","anchor":"startOfMonth","ofset":-3,"unit":"month"}}""", Codes.Malformed, "value")]
    [InlineData("""{"field":"birthday","operator":"inLast","value":{"n":3,"unit":"day","not":true}}""", Codes.Malformed, "value")]
    [InlineData("""{"field":"age","operator":"=","value":{"field":"wanted age","not":true}}""", Codes.Malformed, "value")]
    [InlineData("""{"field":"age","operator":"=","valueSource":"field","value":"name"}""", Codes.TypeMismatch, "value")]
    [InlineData("""{"field":"name","operator":"=","valueSource":"field","value":"country"}""", Codes.TypeMismatch, "value")]
    [InlineData("""{"field":"birthday","operator":"<","valueSource":"field","value":"lastContactedAt"}""", Codes.TypeMismatch, "value")]
    [InlineData("""{"field":"gender","operator":"notNull"}""", Codes.ProtectedField, "field")]
    [InlineData("""{"field":"name","operator":"=","valueSource":"field","value":"gender"}""", Codes.ProtectedField, "value")]
    [InlineData("""{"field":"email","operator":"contains","value":"@"}""", Codes.ProtectedField, "field")]
    [InlineData("""{"field":"school","operator":"=","value":"x"}""", Codes.ProtectedField, "field")]
    public void A_condition_is_refused_with_code_and_place(string rule, string code, string where) =>
        Refused(Read($$"""{"combinator":"and","rules":[{{rule}}]}"""), code, $"rules[0].{where}");

    [Theory]
    [InlineData("""{"mode":"atLeast"}""", Codes.BadThreshold, "match")]
    [InlineData("""{"mode":"atMost","threshold":-1}""", Codes.BadThreshold, "match.threshold")]
    [InlineData("""{"mode":"exactly","threshold":1.5}""", Codes.BadThreshold, "match.threshold")]
    [InlineData("""{"mode":"atLeast","threshold":0}""", Codes.Tautology, "")]
    [InlineData("""{"mode":"most"}""", Codes.UnknownOperator, "match.mode")]
    public void A_match_is_refused_with_code_and_place(string match, string code, string where) => Refused(
        Read($$$"""{"combinator":"and","rules":[{"field":"skills","operator":"=","match":{{{match}}},"value":{"combinator":"and","rules":[{"field":"","operator":"=","value":"a"}]}}]}"""),
        code,
        where.Length == 0 ? "rules[0]" : $"rules[0].{where}");

    [Theory]
    [InlineData("agee = 7", Codes.UnknownField, "1:1", "age")]
    [InlineData("age =\n  country", Codes.TypeMismatch, "2:3", null)]
    [InlineData("not (age > 1 and gender = \"x\")", Codes.ProtectedField, "1:18", null)]
    [InlineData("birthday in last 3 wekks", Codes.BadUnit, "1:20", "week")]
    [InlineData("birthday in lst week", Codes.BadValue, "1:13", null)]
    [InlineData("birthday in last wek", Codes.BadValue, "1:13", null)]
    [InlineData("age greater 7", Codes.UnknownOperator, "1:5", null)]
    [InlineData("name containz \"a\"", Codes.UnknownOperator, "1:6", "contains")]
    [InlineData("skills any of ()", Codes.EmptyList, "1:15", null)]
    [InlineData("name = \"\"", Codes.EmptyValue, "1:8", null)]
    [InlineData("birthday = 2026-13-01", Codes.BadValue, "1:12", null)]
    [InlineData("count(touchpoints where kind = \"a\") >= 0", Codes.Tautology, "1:1", null)]
    [InlineData("count(touchpoints where kind = \"a\") >= 100%", Codes.BadThreshold, "1:40", null)]
    [InlineData("count(touchpoints where kind = \"a\") >= 1.5", Codes.BadThreshold, "1:40", null)]
    [InlineData("count(touchpoints where kind = \"a\") > 1", Codes.UnknownOperator, "1:37", null)]
    [InlineData("all touchpoints where everyone", Codes.Tautology, "1:1", null)]
    [InlineData("some name where kind = \"a\"", Codes.UnsupportedOperator, "1:6", null)]
    [InlineData("some touchpoints where age = 1", Codes.UnknownField, "1:24", null)]
    [InlineData("age = ", Codes.Malformed, "1:7", null)]
    [InlineData("age = 7 country = \"DE\"", Codes.Malformed, "1:9", null)]
    [InlineData("age = 7 xor age = 8", Codes.UnknownCombinator, "1:9", null)]
    [InlineData("age = 7 adn (age = 8)", Codes.UnknownCombinator, "1:9", "and")]
    [InlineData("age = 7 country in (\"DE\")", Codes.Malformed, "1:9", null)]
    [InlineData("no skills where not everyone", Codes.Tautology, "1:1", null)]
    [InlineData("count(skills where not everyone) <= 0", Codes.Tautology, "1:1", null)]
    [InlineData("count(skills where everyone) >= 50%", Codes.Tautology, "1:1", null)]
    [InlineData("some skills where segment in (\"warm\")", Codes.UnsupportedOperator, "1:19", null)]
    [InlineData("birthday in last 2147483648 days", Codes.BadValue, "1:18", null)]
    [InlineData("birthday < now - 2147483649 days", Codes.BadValue, "1:18", null)]
    [InlineData("(age = 7", Codes.Malformed, "1:9", null)]
    [InlineData("name = \"abc", Codes.Malformed, "1:8", null)]
    [InlineData("  ", Codes.EmptyGroup, "", null)]
    public void A_text_is_refused_with_code_place_and_what_may_have_been_meant(string text, string code, string where, string? meant)
    {
        var faults = SegmentText.Parse(text, People.Schema, People.Terms).Faults;

        var fault = Assert.Single(faults);
        Assert.Equal((code, where), (fault.Code, fault.Where));
        Assert.True(meant is null || fault.DidYouMean == meant, fault.DidYouMean);
    }

    [Fact]
    public void All_faults_are_told_at_once_each_where_it_is()
    {
        var faults = SegmentText.Parse("agee = 7 and (name = 3 or skills >) and not birthday in last 0 hours and segment in (\"Big\")", People.Schema, People.Terms with { Segments = new Dictionary<SegmentKey, SegmentRule?> { [SegmentKey.From("big")] = null } }).Faults;

        Assert.Equal(
            [(Codes.UnknownField, 0), (Codes.BadValue, 21), (Codes.Malformed, 34), (Codes.BadValue, 61), (Codes.BadUnit, 63), (Codes.UnknownSegment, 85)],
            faults.Select(fault => (fault.Code, fault.Offset!.Value)));
        Assert.Equal("big", faults.Single(fault => fault.Code == Codes.UnknownSegment).DidYouMean);
    }

    [Fact]
    public void A_count_is_no_condition_beside_those_it_counts_by()
    {
        SegmentRule counted = new CountRule("skills", new CompareRule(string.Empty, CompareOperator.Equal, "a"), CountMode.Some);

        Assert.Empty(Faults(new AndRule(Enumerable.Repeat(counted, 500))));
        Assert.Equal([Codes.TooLarge], Faults(new AndRule(Enumerable.Repeat(counted, 501))));
    }

    [Fact]
    public void What_is_muted_may_be_nested_deeper_than_a_rule()
    {
        var muted = Enumerable.Range(0, 40).Aggregate("""{"field":"age","operator":"=","value":1}""", (inner, _) => $$"""{"combinator":"and","rules":[{{inner}}]}""");

        Assert.Equal(
            new CompareRule("age", CompareOperator.Equal, 2),
            Read($$"""{"combinator":"and","rules":[{"combinator":"or","muted":true,"rules":[{{muted}}]},{"field":"age","operator":"=","value":2}]}""").Required());
        Refused(Read(muted), Codes.TooDeep, string.Concat(Enumerable.Repeat("rules[0].", 16))[..^1]);
    }

    [Fact]
    public void Parentheses_are_no_groups()
    {
        Assert.Equal(new CompareRule("age", CompareOperator.Equal, 1), SegmentText.Parse($"{new string('(', 150)}age = 1{new string(')', 150)}", People.Schema, People.Terms).Required());
    }

    [Fact]
    public void The_earliest_offset_can_be_written_and_read_again()
    {
        SegmentRule rule = new CompareRule("birthday", CompareOperator.Less, new RelativeOperand(TimeAnchor.Now, int.MinValue, TimeUnit.Day));

        Assert.Equal(rule, SegmentText.Parse(SegmentText.Format(rule), People.Schema, People.Terms).Required());
    }

    [Fact]
    public void Depth_size_and_lists_have_limits_that_can_be_reached()
    {
        SegmentRule leaf = new CompareRule("age", CompareOperator.Equal, 1);
        var deep = Enumerable.Range(0, 16).Aggregate(leaf, (rule, _) => new OrRule([rule, leaf]));
        var wide = new AndRule(Enumerable.Repeat(leaf, 500));
        var listed = new InSetRule("age", Enumerable.Range(0, 1_000).Select(each => (AttributeValue)each));

        Assert.Empty(Faults(deep));
        Assert.Equal(deep, SegmentJson.Read(SegmentJson.Write(deep), People.Schema, People.Terms).Rule);
        Assert.Equal(deep, SegmentText.Parse(SegmentText.Format(deep), People.Schema, People.Terms).Rule);
        Assert.Empty(Faults(wide));
        Assert.Empty(Faults(listed));
        Assert.Equal([Codes.TooDeep], Faults(new AndRule([deep, leaf])));
        Assert.Equal([Codes.TooLarge], Faults(new AndRule([.. wide.Rules, leaf])));
        Assert.Equal([Codes.TooLarge], Faults(new InSetRule("age", [.. listed.Values, 1])));
        Assert.Equal([Codes.TooDeep], SegmentText.Parse(string.Concat(Enumerable.Repeat("age = 1 and (age = 2 or (", 9)) + "age = 1" + new string(')', 18), People.Schema, People.Terms).Faults.Select(fault => fault.Code));
        Assert.Equal([Codes.TooDeep], SegmentText.Parse("some touchpoints where some links where some tags where item = \"a\"", People.Schema, People.Terms).Faults.Select(fault => fault.Code));
    }

    [Fact]
    public void Rules_of_any_depth_are_refused_without_falling()
    {
        var leaf = SegmentRule.Everyone;
        var rule = Enumerable.Range(0, 200_000).Aggregate((SegmentRule)leaf, (inner, _) => new NotRule(inner));

        Assert.Equal([Codes.TooDeep], Faults(rule));
        Assert.Throws<InvalidSegmentException>(() => SegmentJson.Write(rule));
        Assert.Throws<InvalidSegmentException>(() => SegmentText.Format(rule));
    }

    [Fact]
    public void References_lead_in_no_circle_and_to_nothing_that_is_forbidden()
    {
        SegmentRule In(string key) => new InSegmentRule([SegmentKey.From(key)]);
        var terms = People.Terms with
        {
            SavedAs = SegmentKey.From("mine"),
            Segments = new Dictionary<SegmentKey, SegmentRule?>
            {
                [SegmentKey.From("static")] = null,
                [SegmentKey.From("fine")] = new CompareRule("age", CompareOperator.Equal, 1) & In("static"),
                [SegmentKey.From("back")] = new NotRule(In("mine")),
                [SegmentKey.From("ping")] = In("pong"),
                [SegmentKey.From("pong")] = In("ping"),
                [SegmentKey.From("secret")] = new NotRule(new HasValueRule("gender")),
                [SegmentKey.From("through")] = In("fine") | In("secret"),
                [SegmentKey.From("host")] = new HasValueRule("age"),
            },
        };

        string[] Codes_(string key, SegmentUse use = SegmentUse.OnDemand) => [.. SegmentReview.FaultsOf(In(key), People.Schema, terms with { Use = use }).Select(fault => fault.Code)];
        Assert.Empty(Codes_("fine"));
        Assert.Empty(Codes_("static"));
        Assert.Equal([Codes.UnknownSegment], Codes_("statc"));
        Assert.Equal([Codes.CircularReference], Codes_("mine"));
        Assert.Equal([Codes.CircularReference], Codes_("back"));
        Assert.Equal([Codes.CircularReference], Codes_("ping"));
        Assert.Equal([Codes.ProtectedField], Codes_("secret"));
        Assert.Equal([Codes.ProtectedField], Codes_("through"));
        Assert.Empty(Codes_("host"));
        Assert.Equal([Codes.NotRecorded], Codes_("host", SegmentUse.Kept));
    }

    [Fact]
    public void A_host_attribute_serves_on_demand_and_not_where_only_recorded_ones_can()
    {
        var kept = People.Terms with { Use = SegmentUse.Kept };
        var fault = Assert.Single(SegmentText.Parse("age > 3", People.Schema, kept).Faults);

        Assert.Equal(Codes.NotRecorded, fault.Code);
        Assert.Contains("ITenantCrm.RecordAsync", fault.Sentence, StringComparison.Ordinal);
        Assert.Empty(SegmentText.Parse("lastContactedAt in last 3 days", People.Schema, kept).Faults);
    }

    [Fact]
    public void A_proxy_serves_while_its_justification_is_in_force_and_is_shown_with_it()
    {
        var rule = SegmentText.Parse("postcode starts with \"10\"", People.Schema, People.Terms).Required();
        var predicate = People.Schema.Compile(rule, People.Terms);
        var until = Instant.FromUtc(2026, 7, 1, 0, 0);

        Assert.Equal("works-council", Assert.Single(predicate.Proxies).Justification!.Who);
        Assert.Equal(until, predicate.JustifiedUntil);
        Assert.Empty(SegmentReview.FaultsOf(rule, People.Schema, People.Terms with { AsOf = until - Duration.Epsilon }));
        Assert.Equal(Codes.ProtectedField, Assert.Single(SegmentReview.FaultsOf(rule, People.Schema, People.Terms with { AsOf = until })).Code);
    }

    [Fact]
    public void A_contact_may_be_asked_for_and_nothing_else()
    {
        Assert.True(People.Holds("email has value", ("email", "a@b.example")));
        Assert.True(People.Holds("email has no value", ("email", "")));
        Assert.Equal(Codes.ProtectedField, Assert.Single(SegmentText.Parse("email = \"a@b.example\"", People.Schema, People.Terms).Faults).Code);
    }

    [Fact]
    public void A_rule_that_does_not_fit_the_schema_cannot_be_compiled()
    {
        var thrown = Assert.Throws<InvalidSegmentException>(() => People.Schema.Compile(new CompareRule("gender", CompareOperator.Equal, "f") & new HasValueRule("nme"), People.Terms));

        Assert.Equal([Codes.ProtectedField, Codes.UnknownField], thrown.Faults.Select(fault => fault.Code));
        Assert.Equal(["rules[0].field", "rules[1].field"], thrown.Faults.Select(fault => fault.Where));
    }

    private static SegmentReading Read(string json) => SegmentJson.Read(json, People.Schema, People.Terms);

    private static string[] Faults(SegmentRule rule) => [.. SegmentReview.FaultsOf(rule, People.Schema, People.Terms).Select(fault => fault.Code)];

    private static void Refused(SegmentReading reading, string code, string where)
    {
        Assert.Null(reading.Rule);
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((code, where), (fault.Code, fault.Where));
        Assert.EndsWith(".", fault.Sentence, StringComparison.Ordinal);
    }
}
