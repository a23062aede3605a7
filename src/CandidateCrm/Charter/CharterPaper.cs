using System.Collections.Immutable;
using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Makes the published charter of expectations. Pure.</summary>
public static class CharterPaper
{
    /// <summary>Writes down in one language what is promised to everybody, with fixed instants in UTC; figures of the same expectations can stand beside it.</summary>
    /// <exception cref="ArgumentException">The figures were changed since they were published.</exception>
    public static PublicCharter Of(ImmutableArray<Expectation> expectations, CharterWords words, PublishedReport? report = null) =>
        Of(expectations, words, new CharterPaperTerms(), report);

    /// <summary>Writes down in one language what is promised to those who apply for one opening: to everybody, and for that opening or its pipeline.</summary>
    /// <param name="expectations">The expectations.</param>
    /// <param name="words">The words around them.</param>
    /// <param name="terms">The opening, its pipeline, and the zone of fixed instants.</param>
    /// <param name="report">Figures of the same expectations; null for none.</param>
    /// <exception cref="ArgumentException">The figures were changed since they were published.</exception>
    public static PublicCharter Of(ImmutableArray<Expectation> expectations, CharterWords words, CharterPaperTerms terms, PublishedReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Of(expectations, words, terms, calendar => terms.Calendars.FirstOrDefault(known => known.Key == calendar)?.Zone, report);
    }

    /// <summary>Writes down as above, with the zones of calendars from elsewhere.</summary>
    internal static PublicCharter Of(ImmutableArray<Expectation> expectations, CharterWords words, CharterPaperTerms terms, Func<CalendarKey, DateTimeZone?> zoneOf, PublishedReport? report)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (report is not null && !ReportPublisher.IsUnchanged(report))
        {
            throw new ArgumentException("The figures are not those that were published: their digest is another one.", nameof(report));
        }

        var promised = expectations.RemoveAll(expectation => expectation.AmongColleagues);
        var meant = promised.Where(expectation => IsMeant(expectation.Scope, terms)).ToList();
        var said = meant.Select(expectation => (Expectation: expectation, Text: CharterTexts.Of(expectation, words, terms.Zone ?? (expectation is TimedExpectation timed ? zoneOf(timed.Calendar) : null)))).ToList();
        return new PublicCharter
        {
            Words = words,
            Will = Promises(said.Where(each => each.Expectation is TimedExpectation)),
            WillNot = Promises(said.Where(each => each.Expectation is ProhibitionExpectation)),
            Unsaid = [.. said.Where(each => each.Text is null).Select(each => each.Expectation.Key)],
            Elsewhere = [.. promised.Except(meant).Select(expectation => expectation.Key)],
            Report = report,
        };
    }

    private static bool IsMeant(ExpectationScope scope, CharterPaperTerms terms) =>
        (scope.Requisitions.IsEmpty || scope.Requisitions.Contains(terms.Requisition)) && (scope.Pipelines.IsEmpty || scope.Pipelines.Contains(terms.Pipeline));

    private static ImmutableArray<PublicPromise> Promises(IEnumerable<(Expectation Expectation, string? Text)> said) =>
    [
        .. from each in said
           where each.Text is not null
           select new PublicPromise { Expectation = each.Expectation.Key, Version = each.Expectation.Version, Scope = each.Expectation.Scope, Text = each.Text },
    ];
}
