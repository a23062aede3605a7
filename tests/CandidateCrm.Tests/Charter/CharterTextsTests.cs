using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Charter;

public sealed class CharterTextsTests
{
    private static readonly ProhibitionExpectation Few = new()
    {
        Key = ExpectationKey.From("few"),
        StartedBy = FactPattern.Of<ApplicationSubmitted>(),
        BrokenBy = FactPattern.Touch(Direction.Outbound),
        Allowance = new Allowance { Count = 3, Within = Duration.FromDays(7) },
        Text = Texts("send you more than {count} messages within {within} <b>"),
    };

    [Theory]
    [InlineData(1, "en", "within 1 business day")]
    [InlineData(5, "en", "within 5 business days")]
    [InlineData(5, "de-AT", "innerhalb von 5 Arbeitstagen")]
    public void A_text_says_the_limit_of_its_clock_in_its_language(int days, string language, string text)
    {
        var words = language == "en" ? CharterWords.English : CharterWords.German with { Language = language };
        var expectation = Once("a", "within {limit}") with { Limit = Limit.BusinessDays(days) };
        Assert.Equal(text, CharterTexts.Of(expectation with { Text = expectation.Text.Add("de", "innerhalb von {limit}") }, words));
    }

    [Fact]
    public void Whatever_the_limit_is_the_text_has_its_number() => Prop.ForAll(Gen.Choose(1, 250).ToArbitrary(), Gen.Choose(1, 10_000 * 60).ToArbitrary(), (days, minutes) =>
    {
        Assert.Contains($" {days} ", CharterTexts.Of(Once("a", "within {limit}") with { Limit = Limit.BusinessDays(days) }, CharterWords.English), StringComparison.Ordinal);
        var text = CharterTexts.Of(Once("a", "within {limit}") with { Limit = Limit.WorkingTime(Duration.FromMinutes(minutes)) }, CharterWords.English)!;
        Assert.Equal(minutes, Number(text, "working hour") * 60 + Number(text, "minute"));
    }).Check(Tries.Of());

    [Fact]
    public void An_allowance_fills_its_own_places_and_what_nothing_fills_stays()
    {
        Assert.Equal("send you more than 3 messages within 7 days <b>", CharterTexts.Of(Few, CharterWords.English));
        Assert.Equal("{count} {limit}", CharterTexts.Of(new ProhibitionExpectation { Key = Few.Key, StartedBy = Few.StartedBy, BrokenBy = Few.BrokenBy, Text = Texts("{count} {limit}") }, CharterWords.English));
        Assert.Null(CharterTexts.Of(Few, CharterWords.German));
    }

    [Theory]
    [InlineData("2026-03-06T12:00:00Z", "2026-03-06 13:00 Europe/Berlin")]
    [InlineData("2026-07-03T11:00:30.5Z", "2026-07-03 13:00:30.5 Europe/Berlin")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25 02:30 Europe/Berlin (+02)")] // the clock shows it twice
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25 02:30 Europe/Berlin (+01)")]
    public void A_fixed_instant_is_said_in_the_zone_of_its_calendar_and_names_it(string until, string said)
    {
        var call = Once("call", "call you by {limit}") with { Limit = Limit.Until(CharterScenes.At(until)), Calendar = CharterRules.Office };
        var berlin = WorkingCalendar.In("Europe/Berlin").Named(CharterRules.Office).Open(DaysOfWeek.Weekdays, "09:00-17:00").Build();
        var terms = new CharterPaperTerms { Calendars = [WorkingCalendar.AlwaysOpen, berlin] };

        Assert.Equal($"call you by {said}", CharterPaper.Of([call], CharterWords.English, terms).Will.Single().Text);
        Assert.Equal($"call you by {said}", CharterTexts.Of(call, CharterWords.English, berlin.Zone));
        Assert.EndsWith(" Asia/Kolkata", CharterPaper.Of([call], CharterWords.English, terms with { Zone = DateTimeZoneProviders.Tzdb["Asia/Kolkata"] }).Will.Single().Text, StringComparison.Ordinal);
        Assert.EndsWith(" UTC", CharterPaper.Of([call], CharterWords.English).Will.Single().Text, StringComparison.Ordinal);
        Assert.EndsWith(" UTC", CharterTexts.Of(call, CharterWords.English), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_promised_for_an_opening_is_on_its_page_alone()
    {
        var (opening, pipeline) = (RequisitionId.From("req-1"), PipelineKey.From("direct"));
        Expectation[] all =
        [
            Once("all", "answer"), Once("opening", "call") with { Scope = new ExpectationScope { Requisitions = [opening] } }, Once("pipeline", "write") with { Scope = new ExpectationScope { Pipelines = [pipeline] } },
        ];
        string Said(CharterPaperTerms terms) => string.Join(", ", CharterPaper.Of([.. all], CharterWords.English, terms).Will.Select(promise => promise.Expectation.Value));

        Assert.Equal("all", Said(new CharterPaperTerms()));
        Assert.Equal("all, opening", Said(new CharterPaperTerms { Requisition = opening }));
        Assert.Equal("all, pipeline", Said(new CharterPaperTerms { Pipeline = pipeline }));
        Assert.Equal("all, opening, pipeline", Said(new CharterPaperTerms { Requisition = opening, Pipeline = pipeline }));
    }

    [Theory]
    [InlineData("From {0} to {1}, judged on {3}.", "nothing fills the place {3}", "the place {2} is missing")]
    [InlineData("From {0}.", "the place {1} is missing", "the place {2} is missing")]
    [InlineData("From {0} to {1}, judged on {2}, {7} and {12}.", "nothing fills the place {7}", "nothing fills the place {12}")]
    [InlineData("From {0} to {1}, judged on {2}}.", "a brace that stands for itself is written twice", "The words about the period have the places {0} to {2}")]
    [InlineData("From {0} to {1}, judged on {2:Q}.", "they cannot be filled", "From {0}")]
    [InlineData("From {{0}} to {1}, judged on {2}.", "the place {0} is missing", "From")]
    [InlineData("From {0} to {1}, judged on {99999999999}.", "nothing fills the place {99999999999}", "the place {2} is missing")]
    public void Words_with_places_that_nothing_fills_or_that_are_missing_cannot_be_made(string period, string says, string andSays)
    {
        var refusal = Assert.Throws<ArgumentException>(() => CharterWords.German with { Period = period });
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(andSays, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_words_with_places_are_checked_and_braces_written_twice_are_no_places()
    {
        Assert.Throws<ArgumentException>(() => CharterWords.English with { NotCounted = "{0} {1}" });
        Assert.Throws<ArgumentException>(() => CharterWords.English with { Method = "{1} {0}" });
        Assert.Throws<ArgumentException>(() => CharterWords.English with { Checksum = "none" });
        Assert.Throws<ArgumentException>(() => CharterWords.English with { Version = "{0} of {1}" });
        Assert.Throws<ArgumentException>(() => new PluralWords { One = "a day", Many = "days" });
        Assert.Throws<ArgumentException>(() => new PluralWords { One = "{1} day", Many = "{0} days" });
        Assert.Throws<ArgumentNullException>(() => CharterWords.English with { Version = null! });
        Assert.Equal(("a day", "3 days"), (new PluralWords { One = "a day", Many = "{0} days" }.For(1), new PluralWords { One = "a day", Many = "{0} days" }.For(3)));
        Assert.Equal("{{{0,3}}} {{}}", (CharterWords.English with { Checksum = "{{{0,3}}} {{}}" }).Checksum);
    }

    [Fact]
    public void What_is_hidden_is_not_called_few_where_it_only_protects_others()
    {
        // Nine are too few; thirty are hidden with them, lest the nine could be had by subtraction. Which is which is nobody's business.
        var report = PublishedReportTests.Published([9, 30, 40]);
        var paper = CharterPaper.Of([.. report.Lines.Select(line => Once(line.Expectation.Value, $"say {line.Expectation}"))], CharterWords.English, report);
        var markdown = CharterMarkdown.Write(paper);

        Assert.Contains("| say e0 | not published | – | – | – |", markdown, StringComparison.Ordinal);
        Assert.Contains("| say e1 | not published | – | – | – |", markdown, StringComparison.Ordinal);
        Assert.Contains("Groups below 10 are not published, nor others from which their figures could be had.", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("few", markdown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_paper_names_what_is_promised_what_is_ruled_out_and_what_it_leaves_out()
    {
        var paper = CharterPaper.Of([Once("a", "answer *everybody* within {limit}"), Few, Once("b"), Once("ours", "remind each other") with { AmongColleagues = true }], CharterWords.English);
        Assert.Equal(("a", "few", "b"), (paper.Will.Single().Expectation.Value, paper.WillNot.Single().Expectation.Value, paper.Unsaid.Single().Value));
        Assert.Equal(
            """
            # What you can expect from us

            ## What we do

            - answer \*everybody\* within 16 working hours

            ## What we do not do

            - send you more than 3 messages within 7 days \<b\>

            """.ReplaceLineEndings("\n"),
            CharterMarkdown.Write(paper));
    }

    [Fact]
    public void The_page_is_well_formed_names_its_language_and_encodes_every_text()
    {
        var report = PublishedReportTests.Published([9, 40, 0]);
        var paper = CharterPaper.Of([Once("e0", "answer"), Once("e1", "call <script>"), Few], CharterWords.German with { Language = "en", Title = "A & B" }, report);
        var html = CharterHtml.Write(paper);
        var page = System.Xml.Linq.XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
            .Replace("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "", StringComparison.Ordinal)).Root!;

        Assert.Equal("en", page.Attribute("lang")!.Value);
        Assert.Equal("A & B", Assert.Single(page.Descendants("h1")).Value);
        Assert.Equal("A & B", Assert.Single(page.Descendants("title")).Value);
        Assert.Single(page.Descendants("main"));
        Assert.All(page.Descendants("section"), section => Assert.Contains(section.Descendants("h2"), heading => heading.Attribute("id")!.Value == section.Attribute("aria-labelledby")!.Value));
        Assert.NotEmpty(Assert.Single(page.Descendants("caption")).Value);
        Assert.Equal(5, page.Descendants("thead").SelectMany(head => head.Descendants("th")).Count(cell => cell.Attribute("scope")?.Value == "col"));
        Assert.All(page.Descendants("tbody").SelectMany(body => body.Descendants("tr")), row => Assert.Equal("row", Assert.Single(row.Descendants("th")).Attribute("scope")!.Value));
        Assert.Equal(["answer", "call <script>"], page.Descendants("li").Take(2).Select(item => item.Value));
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants(), node => node.Name.LocalName is "script" or "img" or "link" or "iframe" or "object");
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(report.Digest, html, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_forms_say_the_same_figures()
    {
        var report = PublishedReportTests.Published([40, 80, 0]);
        var paper = CharterPaper.Of([.. report.Lines.Select(line => Once(line.Expectation.Value, $"say {line.Expectation}"))], CharterWords.English, report);
        var (markdown, html) = (CharterMarkdown.Write(paper), CharterHtml.Write(paper));
        Assert.Contains("| say e0 | 75.0 % | 59.8 % – 85.8 % | 40 | 26 working hours |", markdown, StringComparison.Ordinal);
        Assert.Contains("<tr><th scope=\"row\">say e0</th><td>75.0 %</td><td>59.8 % &#8211; 85.8 %</td><td>40</td><td>26 working hours</td></tr>".Replace("&#8211;", "–", StringComparison.Ordinal), System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("| say e2 | none yet | – | 0 | – |", markdown, StringComparison.Ordinal);
        Assert.Contains("Promises made from 2026-01-01 to 2026-03-31, judged on 2026-04-01.", markdown, StringComparison.Ordinal);
        Assert.Contains($"Checksum: {report.Digest}", markdown, StringComparison.Ordinal);
    }

    internal static OnceExpectation Once(string key, string? text = null) => new()
    {
        Key = ExpectationKey.From(key),
        StartedBy = FactPattern.Of<ApplicationSubmitted>(),
        KeptBy = FactPattern.Touch(Direction.Outbound),
        Limit = Limit.WorkingTime(Duration.FromHours(16)),
        Calendar = WorkingCalendar.AlwaysOpen.Key,
        Text = text is null ? ImmutableSortedDictionary<string, string>.Empty : Texts(text),
    };

    internal static ImmutableSortedDictionary<string, string> Texts(string english) => ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("en", english);

    private static int Number(string text, string unit)
    {
        var words = text.Split(' ');
        var at = Array.FindIndex(words, word => unit.StartsWith(word.TrimEnd('s'), StringComparison.Ordinal) && word.Length > 3);
        return at > 0 ? int.Parse(words[at - 1], System.Globalization.CultureInfo.InvariantCulture) : 0;
    }
}
