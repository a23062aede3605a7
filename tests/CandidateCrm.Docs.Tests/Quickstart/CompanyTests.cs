using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CandidateCrm.Fixtures;
using Quickstart.Company;

namespace CandidateCrm.Docs.Quickstart;

/// <summary>The company of our own making goes through the CRM, and both reports show it.</summary>
public sealed class CompanyTests
{
    [Fact]
    public async Task All_five_phases_are_there_and_the_page_is_well_formed()
    {
        using var run = new QuickstartRun();

        Assert.Equal(0, await run.RunAsync("--report", run.PathOf("page.html")));

        var page = XDocument.Parse(await File.ReadAllTextAsync(run.PathOf("page.html")));
        var phases = page.Descendants("div").Where(div => (string?)div.Attribute("class") == "phase").ToArray();
        Assert.Equal(["discover", "attract", "engage", "hire", "nurture"], phases.Select(phase => phase.Element("span")!.Value));
        Assert.All(phases, phase => Assert.InRange(int.Parse(phase.Element("b")!.Value, CultureInfo.InvariantCulture), 1, 400));
        Assert.InRange(phases.Sum(phase => int.Parse(phase.Element("b")!.Value, CultureInfo.InvariantCulture)), 350, CompanyHistory.Candidates);
        Assert.EndsWith($"Report: {run.PathOf("page.html")}{Environment.NewLine}", run.Output, StringComparison.Ordinal);
        Assert.Equal(string.Empty, run.Error);
    }

    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere()
    {
        using var run = new QuickstartRun();
        await run.RunAsync("--report", run.PathOf("page.html"));

        var text = await File.ReadAllTextAsync(run.PathOf("page.html"));

        Assert.All(["http", "src=", "href=", "url(", "@import", "<script"], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Redirected_output_is_plain_text_of_120_columns_and_the_same_at_every_run()
    {
        using var run = new QuickstartRun();
        using var again = new QuickstartRun();
        await run.RunAsync("--report", run.PathOf("page.html"));
        await again.RunAsync("--report", run.PathOf("page.html"));

        Assert.Equal(run.Output, again.Output);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.InRange(run.Output.Split('\n')[..^2].Max(line => line.Length), 80, 120);
        Assert.All(
            ["Where the relationships stand", "Funnel", "What was promised", "Most engaged", "Overdue and still open", "Next alarms", "The timeline of candidate-", "A fact told late", "Stricter rules from a date on", "A tenant that observes"],
            title => Assert.Contains(title, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_happens_next_is_printed_as_the_page_shows_it()
    {
        using var run = new QuickstartRun();
        await run.RunAsync("--report", run.PathOf("page.html"));
        var page = (await File.ReadAllTextAsync(Path.Combine(FixturePaths.RepositoryRoot, "docs", "quickstart.md"))).ReplaceLineEndings("\n");
        var shown = page[page.IndexOf("A fact told late", StringComparison.Ordinal)..];
        var lines = Lines(shown[..shown.IndexOf("```", StringComparison.Ordinal)]);

        Assert.Equal(13, lines.Length);
        Assert.Equal(lines, Lines(run.Output)[^(lines.Length + 1)..^1]);
    }

    [Fact]
    public async Task A_fact_told_late_takes_the_broken_promise_back_and_closes_its_task()
    {
        var lines = await LinesAfterAsync("A fact told late", 4);

        Assert.Matches("^No longer true: .*charter.promise_broken", lines[1]);
        Assert.Matches("^True instead: .*charter.promise_kept", lines[2]);
        Assert.Matches("^Notice: [1-9][0-9]* retracted, [1-9][0-9]* added, 1 handed over in vain; 1 task closed.$", lines[3]);
    }

    [Fact]
    public async Task A_stricter_limit_would_have_been_broken_more_often_and_holds_from_its_date_on()
    {
        var lines = await LinesAfterAsync("Stricter rules from a date on", 4);
        var counts = Regex.Match(lines[0], "([0-9]+) of ([0-9]+) broken, not ([0-9]+)").Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture)).ToArray();

        Assert.True(counts[2] < counts[0] && counts[0] < counts[1], lines[0]);
        Assert.EndsWith("(version 1).", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("(version 2).", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_that_observes_hands_nothing_over_and_says_what_would_have_gone_out()
    {
        var lines = await LinesAfterAsync("A tenant that observes", 2);

        Assert.Contains("would have gone out: task:acknowledge-application#1:", lines[0], StringComparison.Ordinal);
        Assert.Equal("Handed over for another-company: 0.", lines[1]);
    }

    [Fact]
    public void The_history_stands_in_the_order_of_time_and_repeats_no_id()
    {
        var facts = CompanyHistory.Facts();

        Assert.Equal(facts.Count, facts.Select(fact => fact.EventId).Distinct().Count());
        Assert.Equal(facts.Select(fact => fact.OccurredAt).Order(), facts.Select(fact => fact.OccurredAt));
        Assert.All(facts, fact => Assert.InRange(fact.OccurredAt, CompanyHistory.Start, CompanyHistory.End));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_one_sentence()
    {
        using var run = new QuickstartRun();

        Assert.Equal(2, await run.RunAsync("--report", run.PathOf("no-such-folder/page.html")));
        Assert.StartsWith($"The report {run.PathOf("no-such-folder/page.html")} cannot be written", run.Error, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0).ToArray();

    private static async Task<string[]> LinesAfterAsync(string title, int count)
    {
        using var run = new QuickstartRun();
        await run.RunAsync("--report", run.PathOf("page.html"));
        var lines = Lines(run.Output);
        var at = Array.IndexOf(lines, title);
        return lines[(at + 1)..(at + 1 + count)];
    }
}
