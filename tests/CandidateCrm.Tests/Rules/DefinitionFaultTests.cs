using System.Reflection;
using CandidateCrm.Applications;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Json;

namespace CandidateCrm.Tests.Rules;

public sealed class DefinitionFaultTests
{
    private const string Settings = """{"schema":1,"kind":"settings","zone":"Europe/Berlin"}""";
    private const string Lifecycle = """{"schema":1,"kind":"lifecycle","key":"l","start":"a","phases":["a","b"],"rows":[{"from":"a","trigger":"hired","to":"b"},{"from":"b","trigger":"reengaged","to":"a"}]}""";
    private const string Dispositions = """{"schema":1,"kind":"dispositions","key":"d","reasons":[{"code":"second-best","dispositions":["rejected"],"kind":"secondBest"}],"needingReason":["rejected"]}""";
    private const string Pipeline = """{"schema":1,"kind":"pipeline","key":"p","version":2,"stages":[{"key":"applied"},{"key":"interview","name":"First talk"}]}""";
    private const string Calendar = """{"schema":1,"kind":"calendar","key":"office","zone":"Europe/Berlin","week":{"monday":["09:00-12:30","13:30-18:00"]},"holidays":[{"id":"x","name":"X","from":"2026-01-01","to":"2026-01-01"}]}""";
    private const string Expectation = """{"schema":1,"kind":"expectation","key":"e","startedBy":[{"fact":"application.submitted"}],"keptBy":[{"fact":"touchpoint.recorded","kind":"email.delivered","direction":"outbound"}],"limit":{"workingTime":"PT16H"},"calendar":"office","text":{"en":"We answer."}}""";
    private const string Score = """{"schema":1,"kind":"score","key":"s","signals":[{"kind":"email.replied","weight":8,"halfLife":"P30D","group":"mail"}],"groups":[{"key":"mail","cap":10}],"bands":[{"key":"cold"},{"key":"warm","enter":10,"exit":8}]}""";

    /// <summary>Gets the right text, what is wrong in it, what stands there instead, and the fault: its code, its place, a part of its sentence.</summary>
    public static TheoryData<string, string, string, string, string, string> Rows => new()
    {
        { Settings, "\"zone\"", "zone", RulesFaultCodes.Malformed, "definition", "line 1, at byte 31" },
        { Settings, "Europe/Berlin", "\\ud800", RulesFaultCodes.Malformed, "definition", "half a surrogate pair" },
        { Settings, "Europe/Berlin", new string('x', 1_100_000), RulesFaultCodes.TooLarge, "definition", "1,048,576" },
        { Settings, "\"schema\":1", "\"schema\":2", RulesFaultCodes.TooNew, "settings tenant", "up to 1" },
        { Settings, "\"schema\":1", "\"schema\":0", RulesFaultCodes.NumberInvalid, "settings tenant: schema", "from 1 to 1" },
        { Settings, "\"schema\":1,", "", RulesFaultCodes.MemberMissing, "settings tenant", "schema is missing" },
        { Settings, "\"settings\"", "\"setting\"", RulesFaultCodes.KindUnknown, "setting: kind", "Did you mean «settings»?" },
        { Settings, "\"settings\"", "7", RulesFaultCodes.KindUnknown, "definition: kind", "Known are settings, lifecycle" },
        { Settings, "\"kind\":\"settings\",", "", RulesFaultCodes.MemberMissing, "definition", "It is one of settings, " },
        { Settings, Settings, "[]", RulesFaultCodes.TypeWrong, "definition", "A definition is an object." },
        { Settings, "Europe/Berlin", "Europe/Berlim", RulesFaultCodes.ZoneUnknown, "settings tenant: zone", "Did you mean «Europe/Berlin»?" },
        { Settings, "}", ",\"announced\":[\"charter.promise_brokn\"]}", RulesFaultCodes.AnnouncementUnknown, "settings tenant: announced", "Did you mean «charter.promise_broken»?" },
        { Settings, "}", ",\"announced\":[\"A b\"]}", RulesFaultCodes.CodeInvalid, "settings tenant: announced[0]", "lower-case" },
        { Settings, "}", ",\"order\":[\"pipeline/a\",\"pipeline/a\"]}", RulesFaultCodes.ItemTwice, "settings tenant: order[1]", "once" },
        { Settings, "}", ",\"order\":[\"standard\"]}", RulesFaultCodes.CodeInvalid, "settings tenant: order[0]", "pipeline/standard" },
        { Pipeline, "\"stages\":[{", "\"stags\":[{", RulesFaultCodes.MemberUnknown, "pipeline p", "Did you mean «stages»?" },
        { Pipeline, "\"key\":\"p\"", "\"key\":\"p\",\"key\":\"q\"", RulesFaultCodes.MemberTwice, "pipeline q", "more than once" },
        { Pipeline, "\"key\":\"p\",", "", RulesFaultCodes.MemberMissing, "pipeline", "key is missing. The key of the pipeline." },
        { Pipeline, "\"key\":\"p\"", "\"key\":\"P!\"", RulesFaultCodes.CodeInvalid, "pipeline: key", "1 to 64 lower-case letters" },
        { Pipeline, "\"applied\"", "17", RulesFaultCodes.TypeWrong, "pipeline p: stages[0].key", "A text belongs here, but a number stands here." },
        { Pipeline, "\"version\":2", "\"version\":0", RulesFaultCodes.NumberInvalid, "pipeline p: version", "from 1 to 2147483647" },
        { Pipeline, "\"version\":2", "\"version\":1.5", RulesFaultCodes.NumberInvalid, "pipeline p: version", "whole number" },
        { Pipeline, "\"version\":2", "\"version\":null", RulesFaultCodes.TypeWrong, "pipeline p: version", "A number belongs here, but null" },
        { Pipeline, "First talk", " ", RulesFaultCodes.TextInvalid, "pipeline p: stages[1].name", "not blank" },
        { Pipeline, "[{\"key\":\"applied\"},{\"key\":\"interview\",\"name\":\"First talk\"}]", "[]", RulesFaultCodes.CountInvalid, "pipeline p: stages", "1 to 200 belong in this list, but 0" },
        { Pipeline, "\"name\":\"First talk\"", "\"category\":\"interwiev\"", RulesFaultCodes.WordUnknown, "pipeline p: stages[1].category", "Did you mean «interview»?" },
        { Pipeline, "\"name\":\"First talk\"", "\"requires\":[\"offerMade\",\"offerMade\"]", RulesFaultCodes.ItemTwice, "pipeline p: stages[1].requires[1]", "once" },
        { Pipeline, "\"version\":2", "\"abandonsDraftsAfter\":\"PT36H\"", RulesFaultCodes.DurationInvalid, "pipeline p: abandonsDraftsAfter", "whole days" },
        { Pipeline, "\"version\":2", "\"sameApplicationWithin\":\"P31D\"", RulesFaultCodes.DurationInvalid, "pipeline p: sameApplicationWithin", "0 to 30 days" },
        { Pipeline, "\"version\":2", "\"overrides\":[{\"requisitions\":[\"req\\u0007\"],\"stages\":[{\"key\":\"a\"}]}]", RulesFaultCodes.CodeInvalid, "pipeline p: overrides[0].requisitions[0]", "control characters" },
        { Pipeline, "\"version\":2", "\"overrides\":[{\"requisitions\":[\"r\"],\"stages\":[{\"key\":\"a\"}]},{\"requisitions\":[\"r\"],\"stages\":[{\"key\":\"a\"}]}]", RulesFaultCodes.OverrideUnclear, "pipeline p", "named 2 times" },
        { Dispositions, "\"rejected\"", "\"hired\"", RulesFaultCodes.ReasonUnclear, "dispositions d, reason second-best", "never to a hire" },
        { Dispositions, "\"needingReason\":[\"rejected\"]", "\"needingReason\":[\"withdrew\"]", RulesFaultCodes.ReasonsAbsent, "dispositions d", "none belongs to it" },
        { Pipeline, "interview", "applied", RulesFaultCodes.KeyTwice, "pipeline p, stage applied", "names 2" },
        { Lifecycle, "hired", "hird", RulesFaultCodes.WordUnknown, "lifecycle l: rows[0].trigger", "Did you mean «hired»?" },
        { Lifecycle, "\"start\":\"a\"", "\"start\":\"c\"", "machine.start_undefined", "lifecycle l", "c" },
        { Calendar, "09:00-12:30", "9-12", RulesFaultCodes.HoursInvalid, "calendar office: week.monday[0]", "09:00-17:30" },
        { Calendar, "09:00-12:30", "09:00-14:30", "calendar.hours_overlap", "calendar office", "overlap" },
        { Calendar, "\"from\":\"2026-01-01\"", "\"from\":\"2026-13-01\"", RulesFaultCodes.DateInvalid, "calendar office: holidays[0].from", "2026-03-09" },
        { Calendar, "\"from\":\"2026-01-01\"", "\"from\":\"2024-01-01\"", "calendar.holiday_invalid", "calendar office: holidays[0]", "1 to 366" },
        { Calendar, "}]}", "},{\"id\":\"x\",\"name\":\"Y\",\"from\":\"2026-01-01\",\"to\":\"2026-01-02\"}]}", "calendar.holiday_twice", "calendar office", "«x»" },
        { Calendar, "\"week\"", "\"base\":{\"calendar\":\"office\",\"how\":\"within\"},\"week\"", "calendar.base_circular", "calendar office", "built upon itself" },
        { Calendar.Replace("Europe/Berlin", "Pacific/Apia", StringComparison.Ordinal), "\"week\"", "\"overrides\":[{\"date\":\"2011-12-30\"}],\"week\"", "calendar.date_skipped", "calendar office", "2011-12-30 does not exist" },
        { Calendar, "\"week\"", "\"base\":{\"calendar\":\"company\",\"how\":\"beneath\"},\"week\"", RulesFaultCodes.WordUnknown, "calendar office: base.how", "within" },
        { Calendar, "monday", "montag", RulesFaultCodes.MemberUnknown, "calendar office: week", "Did you mean «monday»?" },
        { Expectation, "application.submitted", "aplication.submitted", RulesFaultCodes.FactUnknown, "expectation e: startedBy[0].fact", "Did you mean «application.submitted»?" },
        { Expectation, "application.submitted", "touchpoint.recorded\",\"kind\":\"email.delivered\",\"direction\":\"outbound", RulesFaultCodes.KeepsItself, "expectation e", "cannot keep it as well" },
        { Expectation, "\"key\":\"e\"", "\"key\":\"e\",\"scope\":{\"segment\":\"hot\"}", RulesFaultCodes.SegmentReserved, "expectation e: scope.segment", "kept for it" },
        { Expectation, "\"key\":\"e\"", "\"key\":\"e\",\"promise\":\"onc\"", RulesFaultCodes.WordUnknown, "expectation e: promise", "Did you mean «once»?" },
        { Expectation, "\"key\":\"e\"", "\"key\":\"e\",\"promise\":\"prohibition\",\"brokenBy\":[{\"fact\":\"offer.made\"}]", RulesFaultCodes.MemberUnknown, "expectation e", "keptBy" },
        { Expectation, "\"key\":\"e\"", "\"key\":\"e\",\"levels\":[{\"key\":\"a\",\"at\":{\"share\":0}}]", RulesFaultCodes.NumberInvalid, "expectation e: levels[0].at.share", "0.0001 to 100" },
        { Expectation, "\"key\":\"e\"", "\"key\":\"e\",\"levels\":[{\"key\":\"a\",\"at\":{\"beforeDue\":\"PT1H\",\"afterDue\":\"PT1H\"}}]", RulesFaultCodes.ChoiceUnclear, "expectation e: levels[0].at", "Exactly one" },
        { Expectation, "\"key\":\"e\"", "\"key\":\"e\",\"pauses\":[{\"reason\":\"r\",\"pausedBy\":[{\"fact\":\"charter.waiting_began\"}],\"resumedBy\":[{\"fact\":\"charter.waiting_ended\"}],\"longest\":\"PT0S\"}]", RulesFaultCodes.DurationInvalid, "expectation e: pauses[0].longest", "one minute" },
        { Expectation, "outbound", "Outbound", RulesFaultCodes.WordUnknown, "expectation e: keptBy[0].direction", "Did you mean «outbound»?" },
        { Expectation, "PT16H", "P2D", RulesFaultCodes.DurationInvalid, "expectation e: limit.workingTime", "hours, minutes and seconds" },
        { Expectation, "PT16H", "PT10001H", RulesFaultCodes.DurationInvalid, "expectation e: limit.workingTime", "at most 10,000 hours" },
        { Expectation, "{\"workingTime\":\"PT16H\"}", "{\"until\":\"2026-06-31T10:00:00Z\"}", RulesFaultCodes.InstantInvalid, "expectation e: limit.until", "2026-06-30T10:00:00Z" },
        { Expectation, "{\"workingTime\":\"PT16H\"}", "{\"until\":\"2026-06-30T10:00:00.0000001Z\"}", RulesFaultCodes.InstantInvalid, "expectation e: limit.until", "at most 6 digits" },
        { Expectation, "workingTime", "workingtme", RulesFaultCodes.ChoiceUnclear, "expectation e: limit", "Did you mean «workingTime»?" },
        { Expectation, "{\"workingTime\":\"PT16H\"}", "{\"workingTime\":\"PT16H\",\"businessDays\":5}", RulesFaultCodes.ChoiceUnclear, "expectation e: limit", "Exactly one" },
        { Expectation, "{\"workingTime\":\"PT16H\"}", "{\"businessDays\":251}", RulesFaultCodes.NumberInvalid, "expectation e: limit.businessDays", "from 1 to 250" },
        { Expectation, "{\"workingTime\":\"PT16H\"}", "5", RulesFaultCodes.TypeWrong, "expectation e: limit", "An object belongs here" },
        { Expectation, "\"en\"", "\"English (UK)\"", RulesFaultCodes.CodeInvalid, "expectation e: text", "such as en" },
        { Expectation, "\"en\"", "\"en\":\"x\",\"en\"", RulesFaultCodes.MemberTwice, "expectation e: text", "more than once" },
        { Score, "\"weight\":8", "\"weight\":10000.5", RulesFaultCodes.NumberInvalid, "score s: signals[0].weight", "-10,000 to 10,000" },
        { Score, "\"weight\":8", "\"weight\":1.00000000000000000000000000000001", RulesFaultCodes.NumberInvalid, "score s: signals[0].weight", "28 digits" },
        { Score, "P30D", "P1M", RulesFaultCodes.DurationInvalid, "score s: signals[0].halfLife", "such as P30D" },
        { Score, "P30D", "PT0.5S", RulesFaultCodes.DurationInvalid, "score s: signals[0].halfLife", "1 second to 36,525 days" },
        { Score, "\"enter\":10", "\"enter\":5", "score.band_exit", "score s: bands[1].exit", "warm" },
        { Score, "\"group\":\"mail\"", "\"group\":\"male\"", "score.group_unknown", "score s: signals[0].group", "male" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fault_says_its_code_its_place_and_what_would_be_right(string right, string part, string wrong, string code, string where, string sentence)
    {
        Assert.Empty(DefinitionJson.Read(right).Faults);

        var reading = DefinitionJson.Read(Replaced(right, part, wrong));

        var fault = reading.Faults[0];
        Assert.Null(reading.Definition);
        Assert.Equal((code, where), (fault.Code, fault.Where));
        Assert.Contains(sentence, fault.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_has_a_row_somewhere()
    {
        var codes = typeof(RulesFaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToHashSet();
        var rows = Rows.Select(row => (string)row[3]).Concat(RulesReviewTests.Faulty.Select(row => (string)row[0])).Concat(RulesDocumentsTests.LeftOut.Select(row => (string)row[0])).ToHashSet();

        Assert.Empty(codes.Except(rows));
    }

    [Fact]
    public void All_faults_are_said_at_once_in_the_order_of_the_text()
    {
        var faults = DefinitionJson.Read("""
            {
              "schema": 1, "kind": "expectation", "key": "acknowledge-application", "version": 0,
              "startedBy": [{ "fact": "application.submited" }, { "fact": "touchpoint.recorded", "direction": "out" }],
              "keptBy": [], "limits": { "businessDays": 5 }, "calender": "office", "automationMayKeep": "no"
            }
            """).Faults;

        Assert.Equal(
            [
                (RulesFaultCodes.NumberInvalid, "version"), (RulesFaultCodes.FactUnknown, "startedBy[0].fact"), (RulesFaultCodes.WordUnknown, "startedBy[1].direction"),
                (RulesFaultCodes.CountInvalid, "keptBy"), (RulesFaultCodes.MemberUnknown, ""), (RulesFaultCodes.MemberUnknown, ""),
                (RulesFaultCodes.TypeWrong, "automationMayKeep"), (RulesFaultCodes.MemberMissing, ""), (RulesFaultCodes.MemberMissing, ""),
            ],
            faults.Select(fault => (fault.Code, fault.Where.Replace("expectation acknowledge-application", "", StringComparison.Ordinal).TrimStart(':', ' '))));
        Assert.Contains("«limit»", faults[4].Sentence, StringComparison.Ordinal);
        Assert.Contains("«calendar»", faults[5].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_outside_a_text_is_a_fault_too() =>
        Assert.Equal(RulesFaultCodes.Malformed, Assert.Single(DefinitionJson.Read("{\"schema\":\ud800").Faults).Code);

    [Fact]
    public void Bytes_that_are_not_text_are_a_fault() => Assert.Equal(RulesFaultCodes.Malformed, Assert.Single(DefinitionJson.Read([0x7b, 0xff, 0x7d]).Faults).Code);

    [Fact]
    public void Nothing_that_does_not_look_like_a_word_is_repeated()
    {
        var faults = DefinitionJson.Read(Replaced(Score, "\"key\":\"s\"", $"\"key\":\"{Damage.Secret}\",\"{Damage.Secret}\":1,\"{new string('x', 99)}\":1")).Faults;

        Assert.Equal(3, faults.Length);
        Assert.All(faults, fault => Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.DoesNotContain("xxx", fault.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void At_most_a_thousand_faults_are_listed() =>
        Assert.Equal(1_000, DefinitionJson.Read($$"""{"schema":1,"kind":"settings","zone":"UTC",{{string.Join(',', Enumerable.Range(0, 1_200).Select(i => $"\"m{i}\":0"))}}}""").Faults.Length);

    [Fact]
    public void What_could_not_be_read_again_is_not_written()
    {
        var pipeline = new PipelineDefinition { Key = default, Version = 0, Stages = [new Stage { Key = StageKey.From("a"), Name = "half \ud800" }, null!] };

        var thrown = Assert.Throws<InvalidRulesException>(() => DefinitionJson.Write(Definition.Of(pipeline)));
        Assert.Equal(RulesFaultCodes.Malformed, Assert.Single(thrown.Faults).Code);
        thrown = Assert.Throws<InvalidRulesException>(() => DefinitionJson.DocumentOf(Definition.Of(pipeline with { Stages = [new Stage { Key = StageKey.From("a"), Name = null! }, null!] })));
        Assert.Equal(
            [RulesFaultCodes.CodeInvalid, RulesFaultCodes.NumberInvalid, RulesFaultCodes.TextInvalid, RulesFaultCodes.TypeWrong],
            thrown.Faults.Select(fault => fault.Code));
    }

    private static string Replaced(string right, string part, string wrong)
    {
        var at = right.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, part);
        return right[..at] + wrong + right[(at + part.Length)..];
    }
}
