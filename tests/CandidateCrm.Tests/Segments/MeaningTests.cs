using CandidateCrm.Segments;
using NodaTime.Text;

namespace CandidateCrm.Tests.Segments;

/// <summary>The sentences of the semantics, one by one.</summary>
public sealed class MeaningTests
{
    private static readonly string[] OneSkill = ["f#"];
    private static readonly string[] TwoSkills = ["c#", "SQL"];
    private static readonly string[] ThreeSkills = ["C#", "c", "sql"];
    private static readonly Bag Touch = People.Of(("kind", "email.opened"), ("at", Instant.FromUtc(2026, 3, 1, 0, 0)));

    [Theory]
    [InlineData("name has value", false)]
    [InlineData("name has no value", true)]
    [InlineData("name = \"a\"", false)]
    [InlineData("name != \"a\"", true)]
    [InlineData("not name = \"a\"", true)]
    [InlineData("name < \"a\"", false)]
    [InlineData("not (name < \"a\")", true)]
    [InlineData("name >= \"a\"", false)]
    [InlineData("name not contains \"a\"", true)]
    [InlineData("name not in (\"a\")", true)]
    [InlineData("name not between \"a\" and \"b\"", true)]
    [InlineData("name = nickname", false)]
    [InlineData("name != nickname", true)]
    [InlineData("name contains nickname", false)]
    [InlineData("skills any of (\"a\")", false)]
    [InlineData("skills not any of (\"a\")", true)]
    [InlineData("skills all of (\"a\")", false)]
    [InlineData("skills not all of (\"a\")", true)]
    [InlineData("lastContactedAt in last 9 years", false)]
    [InlineData("lastContactedAt not in last 9 years", true)]
    [InlineData("lastContactedAt more than 1 day ago", false)]
    [InlineData("all touchpoints where kind = \"a\"", true)]
    [InlineData("some touchpoints where kind = \"a\"", false)]
    [InlineData("no touchpoints where kind = \"a\"", true)]
    [InlineData("count(touchpoints where kind = \"a\") >= 50%", true)]
    [InlineData("count(touchpoints where kind = \"a\") <= 50%", true)]
    [InlineData("count(touchpoints where kind = \"a\") = 50%", true)]
    [InlineData("count(touchpoints where kind = \"a\") >= 1", false)]
    [InlineData("everyone", true)]
    public void Null_absent_and_empty_are_no_value(string text, bool holds)
    {
        Assert.Equal(holds, People.Holds(text));
        Assert.Equal(holds, People.Holds(text, ("name", ""), ("skills", Array.Empty<string>()), ("touchpoints", Array.Empty<Bag>())));
        Assert.Equal(holds, People.Holds(text, ("name", null), ("nickname", "x"), ("skills", null), ("touchpoints", null)));
    }

    [Theory]
    [InlineData("age has value", true)]
    [InlineData("age = 0", true)]
    [InlineData("age >= 0", true)]
    [InlineData("mobile has value", true)]
    [InlineData("mobile = false", true)]
    [InlineData("mobile != true", true)]
    public void False_and_zero_are_values(string text, bool holds) => Assert.Equal(holds, People.Holds(text, ("age", 0), ("mobile", false)));

    [Theory]
    [InlineData("name = \"ANNA\"", true)]
    [InlineData("name starts with \"an\"", true)]
    [InlineData("name between \"ANN\" and \"anz\"", true)]
    [InlineData("name in (\"x\", \"aNNa\")", true)]
    [InlineData("name = \"Anna \"", false)]
    [InlineData("country = \"de\"", false)]
    [InlineData("country contains \"E\"", true)]
    [InlineData("country in (\"de\", \"DE\")", true)]
    [InlineData("skills contains \"C#\"", true)]
    [InlineData("skills any of (\"f#\", \"c#\")", true)]
    [InlineData("skills all of (\"c#\", \"f#\")", false)]
    [InlineData("grades contains 1.0", true)]
    [InlineData("name contains nickname", true)]
    [InlineData("nickname contains country", false)]
    public void Texts_ignore_case_and_codes_do_not(string text, bool holds) =>
        Assert.Equal(holds, People.Holds(text, ("name", "Anna"), ("nickname", "NN"), ("country", "DE"), ("skills", TwoSkills), ("grades", new List<decimal> { 1 })));

    [Theory]
    [InlineData("age between 20 and 10")]
    [InlineData("age between 15 and 15")]
    [InlineData("age between `wanted age` and 10")]
    [InlineData("age between 10 and `wanted age`")]
    [InlineData("not age not between 10 and 20")]
    public void Between_has_both_bounds_and_takes_them_in_any_order(string text) => Assert.True(People.Holds(text, ("age", 15), ("wanted age", 20)));

    [Theory]
    [InlineData("2026-02-07T12:00:00Z", "in last 30 days", false)] // exactly 30 days before: outside
    [InlineData("2026-02-07T12:00:00.000000001Z", "in last 30 days", true)]
    [InlineData("2026-03-09T12:00:00Z", "in last 30 days", true)] // now
    [InlineData("2026-03-09T12:00:00.000000001Z", "in last 30 days", false)]
    [InlineData("2026-02-07T12:00:00Z", "more than 30 days ago", true)]
    [InlineData("2026-02-07T12:00:00.000000001Z", "more than 30 days ago", false)]
    [InlineData("2026-03-09T12:00:00Z", "in next 2 hours", false)]
    [InlineData("2026-03-09T14:00:00Z", "in next 2 hours", true)]
    [InlineData("2026-03-09T14:00:00.000000001Z", "in next 2 hours", false)]
    [InlineData("2026-03-08T23:00:00Z", "in today", true)] // midnight in Berlin
    [InlineData("2026-03-08T22:59:59.999999999Z", "in today", false)]
    [InlineData("2026-03-08T22:59:59.999999999Z", "in yesterday", true)]
    [InlineData("2026-03-09T23:00:00Z", "in tomorrow", true)]
    [InlineData("2026-03-08T23:00:00Z", "in this week", true)] // 9 March is a Monday
    [InlineData("2026-03-08T22:00:00Z", "in last week", true)]
    [InlineData("2026-02-28T23:00:00Z", "in thisMonth", true)]
    [InlineData("2025-12-31T23:00:00Z", "in this year", true)]
    [InlineData("2025-12-31T22:00:00Z", "in last year", true)]
    public void Instants_lie_in_windows_with_the_ends_that_the_semantics_name(string at, string window, bool holds) =>
        Assert.Equal(holds, People.Holds($"lastContactedAt {window}", ("lastContactedAt", InstantPattern.ExtendedIso.Parse(at).Value)));

    [Theory]
    [InlineData("2026-03-07", "in last 3 days", true)]
    [InlineData("2026-03-06", "in last 3 days", false)]
    [InlineData("2026-03-10", "in last 3 days", false)]
    [InlineData("2026-03-09", "in next 1 day", true)]
    [InlineData("2026-03-10", "in next 1 day", false)]
    [InlineData("2026-03-08", "in next 1 day", false)]
    [InlineData("2026-02-09", "in last 1 month", false)]
    [InlineData("2026-02-10", "in last 1 month", true)]
    [InlineData("2026-02-09", "more than 1 month ago", true)]
    [InlineData("1990-03-09", "anniversary in next 1 day", true)]
    [InlineData("1990-03-10", "anniversary in next 1 day", false)]
    [InlineData("2026-03-09", "anniversary in next 30 days", false)] // the first year is none
    [InlineData("1990-03-08", "anniversary in next 11 months", false)]
    [InlineData("1990-03-08", "anniversary in next 1 year", true)]
    [InlineData("1990-03-09", "= now", true)]
    [InlineData("1990-04-06", "= start of month + 5 weeks", true)]
    public void Dates_lie_in_windows_of_days(string date, string window, bool holds)
    {
        var birthday = LocalDatePattern.Iso.Parse(date).Value;
        birthday = window.StartsWith('=') ? birthday.PlusYears(36).PlusDays(window.Contains("week", StringComparison.Ordinal) ? -1 : 0) : birthday;

        Assert.Equal(holds, People.Holds($"birthday {window}", ("birthday", birthday)));
    }

    [Theory]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-02-27", false)]
    [InlineData("2028-02-28", false)]
    [InlineData("2028-02-29", true)]
    public void The_29th_of_February_is_kept_on_the_28th_in_common_years(string today, bool holds)
    {
        var now = LocalDatePattern.Iso.Parse(today).Value.AtStartOfDayInZone(People.Berlin).ToInstant();

        Assert.Equal(holds, People.Holds(new TimeRule("birthday", TimeOperator.AnniversaryInNext, 1, TimeUnit.Day), now, ("birthday", new LocalDate(2000, 2, 29))));
    }

    [Fact]
    public void A_date_on_an_instant_is_the_start_of_that_day_in_the_zone()
    {
        var midnight = Instant.FromUtc(2026, 2, 28, 23, 0);

        Assert.True(People.Holds("lastContactedAt >= 2026-03-01", ("lastContactedAt", midnight)));
        Assert.False(People.Holds("lastContactedAt >= 2026-03-01", ("lastContactedAt", midnight - Duration.Epsilon)));
        Assert.True(People.Holds("lastContactedAt in (2026-03-01)", ("lastContactedAt", midnight)));
    }

    [Fact]
    public void Days_are_of_the_calendar_and_hours_are_elapsed_when_the_clocks_change()
    {
        var monday = Instant.FromUtc(2026, 3, 30, 10, 0); // noon in Berlin, the day after the clocks went forward
        var day = new TimeRule("lastContactedAt", TimeOperator.MoreThanAgo, 2, TimeUnit.Day);
        var hours = new TimeRule("lastContactedAt", TimeOperator.MoreThanAgo, 48, TimeUnit.Hour);
        var noonOnSaturday = Instant.FromUtc(2026, 3, 28, 11, 0);

        Assert.True(People.Holds(day, monday, ("lastContactedAt", noonOnSaturday)));
        Assert.False(People.Holds(hours, monday, ("lastContactedAt", noonOnSaturday)));
        Assert.True(People.Holds(hours, monday, ("lastContactedAt", noonOnSaturday - Duration.FromHours(1))));
    }

    [Fact]
    public void Months_end_where_the_month_ends_and_far_times_are_no_error()
    {
        var now = Instant.FromUtc(2026, 3, 31, 10, 0);

        Assert.True(People.Holds(new TimeRule("birthday", TimeOperator.MoreThanAgo, 1, TimeUnit.Month), now, ("birthday", new LocalDate(2026, 2, 28))));
        Assert.All(Enum.GetValues<TimeUnit>(), unit =>
        {
            Assert.True(People.Holds(new TimeRule("lastContactedAt", TimeOperator.InLast, int.MaxValue, unit), now, ("lastContactedAt", now)));
            Assert.False(People.Holds(new CompareRule("lastContactedAt", CompareOperator.Greater, new RelativeOperand(TimeAnchor.EndOfYear, int.MaxValue, unit)), now, ("lastContactedAt", now)));
            Assert.True(People.Holds(new CompareRule("lastContactedAt", CompareOperator.Greater, new RelativeOperand(TimeAnchor.StartOfWeek, int.MinValue, unit)), now, ("lastContactedAt", now)));
        });
        Assert.True(People.Holds(new TimeRule("birthday", TimeOperator.InLast, int.MaxValue, TimeUnit.Year), now, ("birthday", new LocalDate(1, 1, 1))));
    }

    [Fact]
    public void All_conditions_of_a_count_hold_for_the_same_item()
    {
        var touches = new List<Bag> { Touch, People.Of(("kind", "call"), ("at", People.Now)) };
        const string opened = "touchpoints where kind = \"email.opened\" and at in last 1 day";

        Assert.False(People.Holds($"some {opened}", ("touchpoints", touches)));
        Assert.True(People.Holds("(some touchpoints where kind = \"email.opened\") and (some touchpoints where at in last 1 day)", ("touchpoints", touches)));
        Assert.True(People.Holds("count(touchpoints where kind = \"email.opened\" and at in last 30 days) >= 1", ("touchpoints", touches)));
        Assert.True(People.Holds("count(touchpoints where everyone) = 2", ("touchpoints", touches)));
        Assert.True(People.Holds("count(touchpoints where kind = \"call\") = 50%", ("touchpoints", touches)));
        Assert.False(People.Holds("count(touchpoints where kind = \"call\") >= 50.1%", ("touchpoints", touches)));
        Assert.True(People.Holds("count(skills where item starts with \"c\") = 2", ("skills", ThreeSkills)));
        Assert.True(People.Holds("some touchpoints where some links where page = \"jobs\"", ("touchpoints", new[] { People.Of(("links", new[] { People.Of(("page", "jobs")) })) })));
    }

    [Theory]
    [InlineData("""{"rules":[{"field":"age","operator":"=","value":1},"or",{"field":"age","operator":"=","value":2},"and",{"field":"name","operator":"=","value":"a"}]}""", "age = 1 or age = 2 and name = \"a\"")]
    [InlineData("""{"rules":[{"field":"age","operator":"=","value":1},"or",{"field":"age","operator":"=","value":2,"muted":true},"and",{"field":"name","operator":"=","value":"a"}]}""", "age = 1 or name = \"a\"")]
    [InlineData("""{"combinator":"and","rules":[{"field":"age","operator":"=","value":1,"disabled":true,"id":"x","path":[0]},{"combinator":"or","muted":true,"rules":[]}]}""", "age = 1")]
    [InlineData("""{"combinator":"and","not":true,"rules":[{"field":"age","operator":"between","value":"30, 10"}]}""", "not age between 10 and 30")]
    [InlineData("""{"combinator":"and","rules":[{"field":"skills","operator":"containsAny","value":" C# ,, F#"}]}""", "skills any of (\"C#\", \"F#\")")]
    [InlineData("""{"combinator":"and","rules":[{"field":"age","operator":"in","value":5}]}""", "age in (5)")]
    [InlineData("""{"combinator":"and","rules":[{"field":"age","operator":"=","value":"15"},{"field":"mobile","operator":"!=","value":"true"}]}""", "age = 15 and mobile != true")]
    [InlineData("""{"combinator":"and","rules":[{"field":"segment","operator":"notIn","value":"off-limits, hired"}]}""", "segment not in (\"off-limits\", \"hired\")")]
    [InlineData("""{"combinator":"and","rules":[{"field":"age","operator":"between","valueSource":"field","value":"age, wanted age"}]}""", "age between age and `wanted age`")]
    [InlineData("""{"combinator":"and","rules":[{"field":"everyone","operator":"=","value":true}]}""", "everyone")]
    [InlineData("""{"combinator":"and","rules":[{"field":"lastContactedAt","operator":"<","value":{"mode":"relative","anchor":"startOfMonth","offset":-3,"unit":"month"}}]}""", "lastContactedAt < startOfMonth - 3 months")]
    [InlineData("""{"combinator":"and","rules":[{"field":"lastContactedAt","operator":"<","value":"2026-03-09T18:00:00+01:00"}]}""", "lastContactedAt < 2026-03-09T17:00:00Z")]
    [InlineData("""{"combinator":"and","rules":[{"field":"name","operator":"null","value":null}]}""", "name has no value")]
    public void Json_and_text_say_the_same(string json, string text)
    {
        var reading = SegmentJson.Read(json, People.Schema, People.Terms);

        Assert.Empty(reading.Faults);
        Assert.Equal(text, SegmentText.Format(reading.Rule!));
        Assert.Equal(reading.Rule, SegmentText.Parse(text, People.Schema, People.Terms).Rule);
        Assert.Equal(SegmentJson.Write(reading.Rule!), SegmentJson.Write(SegmentJson.Read(SegmentJson.Write(reading.Rule!), People.Schema, People.Terms).Required()));
    }

    [Theory]
    [InlineData("NOT Age = 1 OR age=2", false)]
    [InlineData("NOT age = 1 OR age=2", true)]
    [InlineData("lastContactedAt > Now-3 days and lastContactedAt < end of week", true)]
    [InlineData("not not age = 3", true)]
    [InlineData("`wanted age` <= -1.5", true)]
    public void Words_of_the_language_may_be_written_in_any_case_and_names_may_not(string text, bool isRight) =>
        Assert.Equal(isRight, SegmentText.Parse(text, People.Schema, People.Terms).Faults.IsEmpty);

    [Fact]
    public void Who_is_in_a_segment_is_told_and_never_guessed()
    {
        var rule = SegmentText.Parse("segment in (\"warm\", \"hot\") and segment not in (\"off-limits\")", People.Schema, People.Terms).Required();
        var predicate = People.Schema.Compile(rule, People.Terms);

        Assert.Equal(["warm", "hot", "off-limits"], predicate.References.Select(key => key.Value));
        Assert.True(predicate.At(People.Now, People.Berlin, (_, key) => key.Value == "hot").Holds([]));
        Assert.False(predicate.At(People.Now, People.Berlin, (_, key) => key.Value != "warm").Holds([]));
        Assert.Throws<InvalidOperationException>(() => predicate.Holds([], People.Now, People.Berlin));
    }

    [Fact]
    public void Handles_make_the_rules_that_text_makes()
    {
        var schema = SegmentSchema.For<Bag>();
        var country = schema.Code("country", bag => bag.Get<string>("country"));
        var skills = schema.TextSet("skills", bag => bag.Get<IReadOnlyList<string>>("skills"));
        var contacted = schema.Instant("lastContactedAt", bag => bag.Value<Instant>("lastContactedAt"));
        var email = schema.Contact("email", bag => bag.Get<string>("email"));
        var rule = country.Is("DE") & skills.Compare(SetOperator.ContainsAny, "C#", "F#") & !contacted.Lies(TimeOperator.InLast, 90, TimeUnit.Day) & email.HasValue();

        Assert.Equal("country = \"DE\" and skills any of (\"C#\", \"F#\") and not lastContactedAt in last 90 days and email has value", SegmentText.Format(rule));
        Assert.Empty(SegmentReview.FaultsOf(rule, schema.Build(), People.Terms));
    }

    [Fact]
    public void A_proportion_is_compared_with_the_product_without_rounding()
    {
        var rule = new CountRule("skills", new CompareRule(string.Empty, CompareOperator.NotEqual, "x"), CountMode.AtLeast, 0.9090909090909090909090909091m);
        string[] eleven = [.. Enumerable.Repeat("a", 10), "x"];

        // 11 times the proportion is a little more than 10.
        Assert.False(People.Holds(rule, People.Now, ("skills", eleven)));
        Assert.True(People.Holds(new CountRule("skills", rule.Where, CountMode.AtLeast, 0.9090909090909090909090909090m), People.Now, ("skills", eleven)));
    }

    [Fact]
    public void An_evaluation_allocates_nothing()
    {
        var rule = SegmentText.Parse(
            "country = \"DE\" and skills any of (\"C#\", \"F#\") and not lastContactedAt in last 90 days and age between 10 and 90 and (birthday anniversary in next 1 year or count(touchpoints where kind = \"a\") <= 3) and name in (\"a\", \"b\")",
            People.Schema,
            People.Terms).Required();
        var predicate = People.Schema.Compile(rule, People.Terms);
        var bag = People.Of(("country", "DE"), ("skills", OneSkill), ("age", 15), ("birthday", new LocalDate(1990, 3, 9)), ("name", "A"), ("touchpoints", new[] { Touch }));
        for (var i = 0; i < 100; i++)
        {
            Assert.True(predicate.Holds(bag, People.Now, People.Berlin));
            Assert.Null(predicate.Judge(bag, People.Now, People.Berlin));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            predicate.Holds(bag, People.Now, People.Berlin);
            predicate.Judge(bag, People.Now, People.Berlin);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
