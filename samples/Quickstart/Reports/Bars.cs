using System.Globalization;
using System.Xml.Linq;

namespace Quickstart.Reports;

/// <summary>Draws bars as inline SVG.</summary>
internal static class Bars
{
    private const double Width = 1000;
    private const double Left = 210;
    private const double Right = 210;
    private const double Row = 34;
    private const double Height = 18;

    /// <summary>Draws one bar a row: a name, a share from 0 to 1, perhaps a fainter longer one behind it, and words.</summary>
    internal static XElement Rows(string title, IReadOnlyList<(string Name, double Share, double Behind, string Words)> rows) =>
        Drawing(title, rows.Count * Row, rows.SelectMany((row, at) => One(row.Name, at * Row, row.Words,
        [
            Box("faint", Left, at * Row, Span(row.Behind)),
            Box("accent", Left, at * Row, Span(row.Share)),
        ])));

    /// <summary>Draws one stacked bar a row, each part with its style and its count.</summary>
    internal static XElement Stacked(string title, IReadOnlyList<(string Name, (string Style, long Count)[] Parts, string Words)> rows) =>
        Drawing(title, rows.Count * Row, rows.SelectMany((row, at) => One(row.Name, at * Row, row.Words, Parts(row.Parts, at * Row))));

    private static IEnumerable<XElement> Parts((string Style, long Count)[] parts, double top)
    {
        var all = Math.Max(1, parts.Sum(part => part.Count));
        var from = Left;
        foreach (var (style, count) in parts.Where(part => part.Count > 0))
        {
            var width = Span((double)count / all);
            yield return Box(style, from, top, width);
            from += width;
        }
    }

    private static IEnumerable<XElement> One(string name, double top, string words, IEnumerable<XElement> bars) =>
    [
        Label(name, 0, top, "name"),
        Box("track", Left, top, Span(1)),
        .. bars,
        Label(words, Width - Right + 14, top, "value quiet"),
    ];

    private static double Span(double share) => Math.Clamp(share, 0, 1) * (Width - Left - Right);

    private static XElement Box(string style, double x, double top, double width) => new(
        "rect",
        Html.Class(style),
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(top + ((Row - Height) / 2))),
        new XAttribute("width", Number(width)),
        new XAttribute("height", Number(Height)),
        new XAttribute("rx", "3"));

    private static XElement Label(string text, double x, double top, string style) => Html.Tag(
        "text",
        Html.Class(style),
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(top + (Row / 2) + 4.5)),
        text);

    private static XElement Drawing(string title, double height, IEnumerable<XElement> content) => new(
        "svg",
        new XAttribute("viewBox", $"0 0 {Number(Width)} {Number(height)}"),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", title),
        content);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
