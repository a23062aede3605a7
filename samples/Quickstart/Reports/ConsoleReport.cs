using CandidateCrm.Insights;
using CandidateCrm.Timeline;
using Spectre.Console;
using Spectre.Console.Rendering;

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
        console.Write(table);
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
        console.Write(table);
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

        console.Write(table);
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

        console.Write(table);
    }

    private void Overdue()
    {
        if (figures.Overdue.IsEmpty)
        {
            return;
        }

        var table = Headed($"Overdue and still open: {Words.Count(figures.Overdue.Length)}", "Candidate", "Promise", "About", "Due (UTC)", ">Overdue", ">In open time");
        foreach (var late in figures.Overdue.Take(Listed))
        {
            table.AddRow(
                Cell(late.Candidate.ToString()),
                Cell(late.Promise.Key.Expectation.ToString()),
                Cell(late.Promise.Key.Subject),
                Cell(Words.At(late.Promise.DueAt)),
                Cell(Words.Time(late.Overdue)),
                Cell(Words.OpenTime(late.WorkingOverdue)));
        }

        console.Write(table);
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

        console.Write(table);
    }

    private void Story()
    {
        if (figures.Story.IsEmpty)
        {
            return;
        }

        var table = Headed($"The timeline of {figures.Story[0].Relationship.Candidate}", "When (UTC)", "What happened", "What followed");
        foreach (var entry in figures.Story)
        {
            var words = Cell(EntryWords.Of(entry.Entry));
            var isDerived = entry.Class == EntryClass.Derived;
            table.AddRow(Cell(Words.At(entry.OccurredAt)), isDerived ? Cell("") : words, isDerived ? words : Cell(""));
        }

        console.Write(table);
    }

    private static void AddTime(Table table, string name, DurationSummary time) => table.AddRow(
        Cell(name), Cell(Words.Count(time.N)), Cell(Words.Time(time.Linear?.P50)), Cell(Words.Time(time.Linear?.P90)), Cell(Words.Time(time.Max)));

    private static Table Headed(string title, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(new TableTitle(Markup.Escape(title), new Style(decoration: Decoration.Bold)));
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
