using System.Xml.Linq;
using CandidateCrm.Insights;
using static Quickstart.Reports.Html;

namespace Quickstart.Reports;

/// <summary>Writes the figures as one page that stands alone.</summary>
internal sealed class HtmlReport(CrmFigures figures)
{
    private const int Listed = 12;

    /// <summary>Refuses a path to which no page can be written, before any work is done. Leaves what is there as it is.</summary>
    internal static void Try(string path) => OnDisk(path, full =>
    {
        var isNew = !File.Exists(full);
        using (new FileStream(full, FileMode.OpenOrCreate, FileAccess.Write))
        {
        }

        if (isNew)
        {
            File.Delete(full);
        }
    });

    /// <summary>Writes the page and returns its full path.</summary>
    internal static string Save(CrmFigures figures, string path) => OnDisk(path, full => File.WriteAllText(full, new HtmlReport(figures).Write()));

    private static string OnDisk(string path, Action<string> write)
    {
        if (Directory.Exists(path))
        {
            throw new RefusedException($"The report {path} cannot be written: it is a folder.");
        }

        try
        {
            var full = Path.GetFullPath(path);
            write(full);
            return full;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RefusedException($"The report {path} cannot be written: {fault.Message}", fault);
        }
    }

    internal string Write()
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                Tag("title", $"{figures.Title} · CandidateCrm"),
                Tag("style", HtmlStyle.Css)),
            new XElement("body", Tag("main", Heading(), Phases(), Funnel(), Times(), Charter(), Overdue(), Engaged(), Alarms(), Variants(), Story())));
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private XElement Heading()
    {
        var all = figures.Insights.Funnel.Applications;
        return Tag(
            "header",
            Tag("h1", figures.Title),
            Tag("p", Class("soft"), $"As of {Words.At(figures.AsOf)} UTC · {Words.Count(all.Total)} applications: {Words.Count(all.Hired)} hired, {Words.Count(all.Rejected)} rejected, {Words.Count(all.Withdrew)} withdrew, {Words.Count(all.ClosedOtherwise)} closed otherwise, {Words.Count(all.Open)} open"));
    }

    private XElement Phases() => Section(
        "Where the relationships stand",
        Div("phases", [.. figures.Phases.Phases.Select(phase => Div("phase", Tag("b", Words.Count(phase.Candidates)), Tag("span", phase.Phase.Value)))]));

    private XElement Funnel() => Section(
        "Funnel",
        Bars.Rows("How many applications reached each step", [.. figures.Insights.Funnel.Stages.Select(stage => (
            figures.NameOf(stage.Stage),
            (double)(stage.OfFirst?.ToDecimal() ?? 0),
            0d,
            $"{Words.Count(stage.Reached)} · {Words.Share(stage.OfPrevious)} of previous"))]));

    private XElement Times()
    {
        var later = figures.Insights.Funnel.Stages.Skip(1).Select(stage => figures.Insights.Steps.FirstOrDefault(step => step.Step == stage.Stage)).OfType<StepReport>();
        (string Name, DurationSummary Time)[] times =
        [
            ("First response", figures.Insights.FirstResponse),
            .. later.Select(step => (figures.NameOf(step.Step), step.FromApplication)),
            ("Last step", figures.Insights.Throughput),
        ];
        var longest = times.Select(one => one.Time.Linear?.P90.TotalHours ?? 0).DefaultIfEmpty().Max() is var most and > 0 ? most : 1;
        return Section(
            "Time from the application",
            Bars.Rows("Median and ninetieth percentile of the time from the application", [.. times.Select(one => (
                one.Name,
                (one.Time.Linear?.P50.TotalHours ?? 0) / longest,
                (one.Time.Linear?.P90.TotalHours ?? 0) / longest,
                $"{Words.Time(one.Time.Linear?.P50)} · p90 {Words.Time(one.Time.Linear?.P90)}"))]),
            Div("key", Key("running", "median"), Tag("span", "fainter: nine of ten within")));
    }

    private XElement Charter() => Section(
        "What was promised",
        Bars.Stacked("How each promise is kept", [.. figures.Charter.Lines.Select(line => (
            line.Expectation.ToString(),
            new[] { ("good", line.Kept), ("bad", line.Broken), ("wait", line.OpenOverdue), ("running", line.OpenInTime), ("void", line.Void) },
            $"{Words.Share(line.ShareKept)} kept"))]),
        Div("key", Key("good", "kept"), Key("bad", "broken"), Key("wait", "overdue and open"), Key("running", "running"), Key("void", "ended without a verdict")),
        Table(
            ["Expectation", ">Kept", ">Broken", ">Overdue", ">Running", ">Void", ">Share kept", ">Median, open time"],
            figures.Charter.Lines.Select(line => new object[]
            {
                line.Expectation.ToString(), Words.Count(line.Kept), Words.Count(line.Broken), Words.Count(line.OpenOverdue), Words.Count(line.OpenInTime),
                Words.Count(line.Void), Words.Share(line.ShareKept), Words.OpenTime(line.WorkingTime.Linear?.P50),
            })));

    private XElement? Overdue() => figures.Overdue.IsEmpty ? null : Section(
        $"Overdue and still open: {Words.FirstOf(Listed, figures.Overdue.Length)}",
        Table(
            ["Candidate", "Promise", "About", "Due (UTC)", ">Overdue", ">In open time"],
            figures.Overdue.Take(Listed).Select(late => new object[]
            {
                late.Candidate.ToString(), late.Promise.Key.Expectation.ToString(), Words.Subject(late.Promise.Key),
                Words.At(late.DueAt), Words.Time(late.Overdue), Words.OpenTime(late.WorkingOverdue),
            })));

    private XElement? Engaged() => figures.Engaged.IsEmpty ? null : Section(
        "Most engaged, and why",
        Table(
            ["Candidate", ">Score", "Band", "Why"],
            figures.Engaged.Select(one => new object[]
            {
                one.Candidate.Candidate.ToString(), Words.Score(one.Candidate.Score),
                Tag("span", Class($"band {one.Candidate.Band}"), one.Candidate.Band.ToString()),
                Div("why", [.. EngagementWords.Of(one.Why).Select(line => Tag("span", line))]),
            })));

    private XElement? Alarms() => figures.Alarms.IsEmpty ? null : Section(
        "Next alarms",
        Table(
            ["Candidate", "Wakes (UTC)", "Because"],
            figures.Alarms.Select(alarm => new object[]
            {
                alarm.Candidate.ToString(), Words.At(alarm.WakeAt),
                alarm.Promises.IsEmpty ? "another answer changes" : string.Join(", ", alarm.Promises.Select(promise => $"{promise.Key.Expectation} is due")),
            })));

    private XElement Variants() => Section(
        $"Ways through the process: {Words.FirstOf(figures.Insights.Variants.Top.Length, figures.Insights.Variants.Distinct)}",
        Table(
            [">Applications", "The most frequent ways"],
            figures.Insights.Variants.Top.Select(way => new object[] { Words.Count(way.Count), string.Join(" → ", way.Steps.Select(figures.NameOf)) })));

    private XElement? Story() => figures.Story.IsEmpty ? null : Section(
        $"The timeline of {figures.Story[0].Relationship.Candidate}",
        Table(
            ["When (UTC)", "What happened", "What followed"],
            StoryMoment.Of(figures.Story).Select(moment => new object[]
            {
                Words.At(moment.At), moment.What, Div("follows", [.. moment.Followed.Select(line => Tag("div", line))]),
            })));

    private static XElement Key(string style, string words) => Tag("span", Tag("i", Class(style)), words);
}
