using System.Globalization;
using NodaTime.Text;

namespace CandidateCrm.Charter;

/// <summary>Writes published figures in the words of a charter, for pages of any form.</summary>
internal static class FigureTexts
{
    internal static IEnumerable<string> Headings(CharterWords words) => [words.Promise, words.ShareKept, words.Range, words.Judged, words.Median];

    /// <summary>Returns the cells of a line after the one of its promise.</summary>
    internal static IEnumerable<string> Cells(PublishedLine line, CharterWords words) => line switch
    {
        { IsHidden: true } => [words.Hidden, "–", "–", "–"],
        { Judged: 0 } => [words.Nothing, "–", "0", "–"],
        _ =>
        [
            Percent(line.ShareKept), $"{Percent(line.Interval?.Low)} – {Percent(line.Interval?.High)}", string.Create(CultureInfo.InvariantCulture, $"{line.Judged}"),
            line.MedianWorkingTime is { } median ? LimitTexts.OfOpenTime(median, words) : "–",
        ],
    };

    /// <summary>Returns the text of the promise that a line is about, as the charter beside it says it; its key where the charter says nothing of it any more.</summary>
    internal static string Promise(PublishedLine line, PublicCharter charter)
    {
        var said = charter.Will.Concat(charter.WillNot).FirstOrDefault(promise => promise.Expectation == line.Expectation);
        return said is null || said.Version != line.Version ? $"{said?.Text ?? line.Expectation.Value} ({Filled(charter.Words.Version, line.Version)})" : said.Text;
    }

    /// <summary>Returns the sentences about the figures.</summary>
    internal static IEnumerable<string> Notes(PublishedReport report, CharterWords words) =>
    [
        Filled(words.Period, LocalDatePattern.Iso.Format(report.From), LocalDatePattern.Iso.Format(report.To), LocalDatePattern.Iso.Format(report.JudgedOn)),
        Filled(words.NotCounted, Count(report.StillRunning, report), Count(report.StandingStill, report), Count(report.WithoutVerdict, report)),
        Filled(words.Method, report.SmallestGroup),
        Filled(words.Checksum, report.Digest),
    ];

    private static string Count(long? count, PublishedReport report) => count?.ToString(CultureInfo.InvariantCulture) ?? string.Create(CultureInfo.InvariantCulture, $"< {report.SmallestGroup}");

    private static string Percent(decimal? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(known * 100, 1, MidpointRounding.ToEven):0.0} %") : "–";

    private static string Filled(string words, params object[] values) => string.Format(CultureInfo.InvariantCulture, words, values);
}
