using System.Net;
using System.Text;

namespace CandidateCrm.Charter;

/// <summary>
/// Writes a published charter as one HTML page that needs nothing else: no script, no font, no picture. It names its language, has one heading of the first
/// level, regions with names, and a table with a caption and with headings of rows and columns; colours come from the reader's own settings.
/// </summary>
public static class CharterHtml
{
    private const string Style =
        ":root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1rem}"
        + "table{border-collapse:collapse;width:100%}caption{text-align:start;font-weight:bold;padding-block:.5rem}"
        + "th,td{border:1px solid;padding:.4rem .6rem;text-align:end;vertical-align:top}th[scope=row],thead th:first-child{text-align:start;font-weight:normal}"
        + "code{overflow-wrap:anywhere}.figures{overflow-x:auto}";

    /// <summary>Returns the page, with line feeds. Every text is encoded.</summary>
    public static string Write(PublicCharter charter)
    {
        ArgumentNullException.ThrowIfNull(charter);
        var words = charter.Words;
        var page = new StringBuilder();
        Line(page, "<!DOCTYPE html>");
        Line(page, $"<html lang=\"{Encoded(words.Language)}\">");
        Line(page, "<head>");
        Line(page, "<meta charset=\"utf-8\">");
        Line(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line(page, $"<title>{Encoded(words.Title)}</title>");
        Line(page, $"<style>{Style}</style>");
        Line(page, "</head>");
        Line(page, "<body>");
        Line(page, "<main>");
        Line(page, $"<h1>{Encoded(words.Title)}</h1>");
        List(page, "will", words.WeWill, charter.Will);
        List(page, "will-not", words.WeWillNot, charter.WillNot);
        if (charter.Report is { } report)
        {
            Table(page, charter, report);
        }

        Line(page, "</main>");
        Line(page, "</body>");
        Line(page, "</html>");
        return page.ToString();
    }

    private static void List(StringBuilder page, string id, string heading, IReadOnlyCollection<PublicPromise> promises)
    {
        if (promises.Count == 0)
        {
            return;
        }

        Line(page, $"<section aria-labelledby=\"{id}\">");
        Line(page, $"<h2 id=\"{id}\">{Encoded(heading)}</h2>");
        Line(page, "<ul>");
        foreach (var promise in promises)
        {
            Line(page, $"<li>{Encoded(promise.Text)}</li>");
        }

        Line(page, "</ul>");
        Line(page, "</section>");
    }

    private static void Table(StringBuilder page, PublicCharter charter, PublishedReport report)
    {
        var notes = FigureTexts.Notes(report, charter.Words).ToList();
        Line(page, "<section aria-labelledby=\"kept\">");
        Line(page, $"<h2 id=\"kept\">{Encoded(charter.Words.HowWeKeepIt)}</h2>");
        Line(page, "<div class=\"figures\" role=\"region\" aria-labelledby=\"kept\" tabindex=\"0\">");
        Line(page, "<table>");
        Line(page, $"<caption>{Encoded(notes[0])}</caption>");
        Line(page, $"<thead><tr>{string.Concat(FigureTexts.Headings(charter.Words).Select(heading => $"<th scope=\"col\">{Encoded(heading)}</th>"))}</tr></thead>");
        Line(page, "<tbody>");
        foreach (var line in report.Lines)
        {
            var cells = string.Concat(FigureTexts.Cells(line, charter.Words).Select(cell => $"<td>{Encoded(cell)}</td>"));
            Line(page, $"<tr><th scope=\"row\">{Encoded(FigureTexts.Promise(line, charter))}</th>{cells}</tr>");
        }

        Line(page, "</tbody>");
        Line(page, "</table>");
        Line(page, "</div>");
        foreach (var note in notes.Skip(1).SkipLast(1))
        {
            Line(page, $"<p>{Encoded(note)}</p>");
        }

        Line(page, $"<p><code>{Encoded(notes[^1])}</code></p>");
        Line(page, "</section>");
    }

    private static void Line(StringBuilder page, string line) => page.Append(line).Append('\n');

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
