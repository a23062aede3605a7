using CandidateCrm.Insights;
using Spectre.Console;

namespace Quickstart.Reports;

/// <summary>Shows the figures as tables.</summary>
internal sealed class ConsoleReport(IAnsiConsole console, CrmFigures figures)
{
    private const int BarWidth = 30;
    private const int Listed = 8;

    internal void Write()
    {
        Phases();
        Funnel();
        Times();
        Charter();
        Engaged();
        Overdue();
        Alarms();
        Story();
    }

    private void Phases()
    {
        var table = Headed("Where the relationships stand", [.. figures.Phases.Phases.Select(phase => phase.Phase.Value)]);
        table.AddRow([.. figures.Phases.Phases.Select(phase => Cell(Words.Count(phase.Candidates)))]);
        Show(table);
    }

    private void Funnel()
    {
        var table = Headed("Funnel", "Step", ">Reached", ">Of previous", ">Of first", ">Still there", "");
        foreach (var stage in figures.Insights.Funnel.Stages)
        {
            table.AddRow(
                Cell(figures.NameOf(stage.Stage)),
                Cell(Words.Count(stage.Reached)),
                Cell(Words.Share(stage.OfPrevious)),
                Cell(Words.Share(stage.OfFirst)),
                Cell(Words.Count(stage.LastHere.Open)),
                Cell(Bar(stage.OfFirst)));
        }

        console.Write(table);
        var all = figures.Insights.Funnel.Applications;
        console.WriteLine($"{Words.Count(all.Total)} applications: {Words.Count(all.Hired)} hired, {Words.Count(all.Rejected)} rejected, {Words.Count(all.Withdrew)} withdrew, {Words.Count(all.ClosedOtherwise)} closed otherwise, {Words.Count(all.Open)} open.");
        console.WriteLine();
    }

    private void Times()
    {
        var table = Headed("Times", "From the application to", ">Applications", ">Median", ">P90", ">Longest");
        AddTime(table, "the first response", figures.Insights.FirstResponse);
        foreach (var stage in figures.Insights.Funnel.Stages.Skip(1))
        {
            if (figures.Insights.Steps.FirstOrDefault(step => step.Step == stage.Stage) is { } step)
            {
                AddTime(table, figures.NameOf(step.Step), step.FromApplication);
            }
        }

        AddTime(table, "the last step", figures.Insights.Throughput);
        Show(table);
    }

    private void Charter()
    {
        var table = Headed("What was promised", "Expectation", ">Kept", ">Broken", ">Overdue", ">Running", ">Void", ">Share kept", ">Median, open time");
        foreach (var line in figures.Charter.Lines)
        {
            table.AddRow(
                Cell(line.Expectation.ToString()),
                Cell(Words.Count(line.Kept)),
                Cell(Words.Count(line.Broken)),
                Cell(Words.Count(line.OpenOverdue)),
                Cell(Words.Count(line.OpenInTime)),
                Cell(Words.Count(line.Void)),
                Cell(Words.Share(line.ShareKept)),
                Cell(Words.OpenTime(line.WorkingTime.Linear?.P50)));
        }

        Show(table);
    }

    private void Engaged()
    {
        if (figures.Engaged.IsEmpty)
        {
            return;
        }

        var table = Headed("Most engaged", "Candidate", ">Score", "Band", "Why");
        foreach (var (candidate, why) in figures.Engaged)
        {
            table.AddRow(
                Cell(candidate.Candidate.ToString()),
                Cell(Words.Score(candidate.Score)),
                Cell(candidate.Band.ToString()),
                Cell(string.Join("; ", EngagementWords.Of(why))));
        }

        Show(table);
    }

    private void Overdue()
    {
        if (figures.Overdue.IsEmpty)
        {
            return;
        }

        var table = Headed($"Overdue and still open: {Words.FirstOf(Listed, figures.Overdue.Length)}", "Candidate", "Promise", "About", "Due (UTC)", ">Overdue", ">In open time");
        foreach (var late in figures.Overdue.Take(Listed))
        {
            table.AddRow(
                Cell(late.Candidate.ToString()),
                Cell(late.Promise.Key.Expectation.ToString()),
                Cell(Words.Subject(late.Promise.Key)),
                Cell(Words.At(late.DueAt)),
                Cell(Words.Time(late.Overdue)),
                Cell(Words.OpenTime(late.WorkingOverdue)));
        }

        Show(table);
    }

    private void Alarms()
    {
        if (figures.Alarms.IsEmpty)
        {
            return;
        }

        var table = Headed("Next alarms", "Candidate", "Wakes (UTC)", "Because");
        foreach (var (candidate, wakeAt, promises) in figures.Alarms)
        {
            table.AddRow(
                Cell(candidate.ToString()),
                Cell(Words.At(wakeAt)),
                Cell(promises.IsEmpty ? "another answer changes" : string.Join(", ", promises.Select(promise => $"{promise.Key.Expectation} is due"))));
        }

        Show(table);
    }

    private void Story()
    {
        if (figures.Story.IsEmpty)
        {
            return;
        }

        var table = Headed($"The timeline of {figures.Story[0].Relationship.Candidate}", "When (UTC)", "What happened", "What followed");
        foreach (var moment in StoryMoment.Of(figures.Story))
        {
            table.AddRow(Cell(Words.At(moment.At)), Cell(moment.What), Cell(string.Join('\n', moment.Followed)));
        }

        Show(table);
    }

    private static void AddTime(Table table, string name, DurationSummary time) => table.AddRow(
        Cell(name), Cell(Words.Count(time.Count)), Cell(Words.Time(time.Linear?.P50)), Cell(Words.Time(time.Linear?.P90)), Cell(Words.Time(time.Max)));

    private void Show(Table table)
    {
        console.Write(table);
        console.WriteLine();
    }

    private Table Headed(string title, params string[] columns)
    {
        console.Write(new Text(title + Environment.NewLine, new Style(decoration: Decoration.Bold)));
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var name in columns)
        {
            var isNumber = name.StartsWith('>');
            var column = new TableColumn(new Text(isNumber ? name[1..] : name));
            table.AddColumn(isNumber ? column.RightAligned() : column);
        }

        return table;
    }

    private static Text Cell(string text) => new(text);

    private static string Bar(Rate? share) => new('█', share is { } some ? (int)Math.Round(some.ToDecimal() * BarWidth) : 0);
}
