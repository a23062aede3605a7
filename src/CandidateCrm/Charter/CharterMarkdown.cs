using System.Text;

namespace CandidateCrm.Charter;

/// <summary>Writes a published charter as Markdown.</summary>
public static class CharterMarkdown
{
    /// <summary>Returns the text, with line feeds and a final one. What texts hold of the signs of Markdown stands for itself.</summary>
    public static string Write(PublicCharter charter)
    {
        ArgumentNullException.ThrowIfNull(charter);
        var text = new StringBuilder();
        Line(text, $"# {Escaped(charter.Words.Title)}");
        List(text, charter.Words.WeWill, charter.Will);
        List(text, charter.Words.WeWillNot, charter.WillNot);
        if (charter.Report is { } report)
        {
            Table(text, charter, report);
        }

        return text.ToString();
    }

    private static void List(StringBuilder text, string heading, IReadOnlyCollection<PublicPromise> promises)
    {
        if (promises.Count == 0)
        {
            return;
        }

        Line(text, string.Empty);
        Line(text, $"## {Escaped(heading)}");
        Line(text, string.Empty);
        foreach (var promise in promises)
        {
            Line(text, $"- {Escaped(promise.Text)}");
        }
    }

    private static void Table(StringBuilder text, PublicCharter charter, PublishedReport report)
    {
        Line(text, string.Empty);
        Line(text, $"## {Escaped(charter.Words.HowWeKeepIt)}");
        Line(text, string.Empty);
        Row(text, FigureTexts.Headings(charter.Words));
        Row(text, ["---", "---:", "---:", "---:", "---:"], isEscaped: true);
        foreach (var line in report.Lines)
        {
            Row(text, [FigureTexts.Promise(line, charter), .. FigureTexts.Cells(line, charter.Words)]);
        }

        foreach (var note in FigureTexts.Notes(report, charter.Words))
        {
            Line(text, string.Empty);
            Line(text, Escaped(note));
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells, bool isEscaped = false) =>
        Line(text, $"| {string.Join(" | ", cells.Select(cell => isEscaped ? cell : Escaped(cell)))} |");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var sign in text.ReplaceLineEndings(" "))
        {
            escaped.Append("\\`*_[]<>#|~&".Contains(sign, StringComparison.Ordinal) ? $"\\{sign}" : sign.ToString());
        }

        return escaped.ToString();
    }
}
