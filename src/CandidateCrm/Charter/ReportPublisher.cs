using System.Collections.Immutable;
using CandidateCrm.Insights;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>
/// Makes figures fit to be published. A line about fewer judged promises than the smallest group is hidden, and so are further lines, the smallest first, until what
/// is hidden together is nothing or at least the smallest group: no hidden figure can be had from the others. Pure; the same input gives the same digest.
/// </summary>
public static class ReportPublisher
{
    /// <summary>Publishes a report card that was asked for by version and period.</summary>
    /// <param name="card">The figures.</param>
    /// <param name="expectations">The expectations of the rules; those without words for candidates, and those among colleagues, are left out.</param>
    /// <param name="terms">The period, and the smallest group.</param>
    /// <param name="zone">The zone of the dates.</param>
    public static PublishedReport Publish(ReportCard card, ImmutableArray<Expectation> expectations, PublishReportTerms terms, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(zone);
        var told = expectations.Where(expectation => !expectation.Text.IsEmpty && !expectation.AmongColleagues).Select(expectation => expectation.Key).ToHashSet();
        ImmutableArray<ReportCardLine> lines = [.. card.Lines.Where(line => told.Contains(line.Expectation))];
        var hidden = Hidden(lines, terms.SmallestGroup);
        var report = new PublishedReport
        {
            From = terms.From,
            To = terms.To,
            JudgedOn = card.AsOf.InZone(zone).Date,
            Zone = zone.Id,
            SmallestGroup = terms.SmallestGroup,
            Lines = [.. lines.Select((line, i) => Line(line, hidden.Contains(i), terms.SmallestGroup))],
            StillRunning = Shown(lines.Sum(line => line.OpenInTime), terms.SmallestGroup),
            StandingStill = Shown(lines.Sum(line => line.Paused), terms.SmallestGroup),
            WithoutVerdict = Shown(lines.Sum(line => line.Void), terms.SmallestGroup),
            Previous = terms.Previous,
            Digest = string.Empty,
        };
        return report with { Digest = PublishedReportJson.DigestOf(report) };
    }

    /// <summary>Says whether a report is as it was published: its digest is that of what it says.</summary>
    public static bool IsUnchanged(PublishedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Equals(report.Digest, PublishedReportJson.DigestOf(report), StringComparison.Ordinal);
    }

    private static HashSet<int> Hidden(ImmutableArray<ReportCardLine> lines, int smallest)
    {
        var hidden = Enumerable.Range(0, lines.Length).Where(i => lines[i].Judged > 0 && lines[i].Judged < smallest).ToHashSet();
        var others = Enumerable.Range(0, lines.Length).Where(i => lines[i].Judged >= smallest).OrderBy(i => lines[i].Judged).ThenBy(i => i).ToList();
        var together = hidden.Sum(i => lines[i].Judged);
        for (var next = 0; next < others.Count && together > 0 && together < smallest; next++)
        {
            hidden.Add(others[next]);
            together += lines[others[next]].Judged;
        }

        return hidden;
    }

    private static PublishedLine Line(ReportCardLine line, bool isHidden, int smallest) => isHidden
        ? new PublishedLine { Expectation = line.Expectation, Version = line.Group.Version, IsHidden = true }
        : new PublishedLine
        {
            Expectation = line.Expectation,
            Version = line.Group.Version,
            IsHidden = false,
            Kept = line.Kept,
            Judged = line.Judged,
            ShareKept = Rate.From(line.Kept, line.Judged)?.ToDecimal(),
            Interval = line.Interval,
            MedianWorkingTime = line.WorkingTime.Count >= smallest ? line.WorkingTime.NearestRank?.P50 : null,
        };

    private static long? Shown(long count, int smallest) => count == 0 || count >= smallest ? count : null;
}
