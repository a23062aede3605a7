using System.Globalization;
using System.Xml.Linq;
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
            ["Where the relationships stand", "Funnel", "What was promised", "Most engaged", "Overdue and still open", "Next alarms", "The timeline of candidate-"],
            title => Assert.Contains(title, run.Output, StringComparison.Ordinal));
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
}
