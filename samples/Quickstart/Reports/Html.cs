using System.Xml.Linq;

namespace Quickstart.Reports;

/// <summary>Makes elements of an HTML page that is well-formed XML too: texts are escaped by the writer, and nothing is left open.</summary>
internal static class Html
{
    /// <summary>Makes an element; without content it is still written with an end, as HTML wants it.</summary>
    internal static XElement Tag(string name, params object?[] content) =>
        content.Any(part => part is not (null or XAttribute)) ? new XElement(name, content) : new XElement(name, content, string.Empty);

    internal static XElement Div(string style, params object?[] content) => Tag("div", [Class(style), .. content]);

    internal static XElement Section(string title, params object?[] content) => Tag("section", [Tag("h2", title), .. content]);

    internal static XAttribute Class(string names) => new("class", names);

    /// <summary>Makes a table. A column whose head begins with «&gt;» holds numbers.</summary>
    internal static XElement Table(string[] heads, IEnumerable<object[]> rows)
    {
        object Cell(string tag, object content, int column) => heads[column].StartsWith('>') ? Tag(tag, Class("number"), content) : Tag(tag, content);
        return Div("scroll", Tag(
            "table",
            Tag("thead", Tag("tr", heads.Select((head, column) => Cell("th", head.TrimStart('>'), column)).ToArray())),
            Tag("tbody", rows.Select(row => (object)Tag("tr", row.Select((cell, column) => Cell("td", cell, column)).ToArray())).ToArray())));
    }
}
