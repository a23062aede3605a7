using System.Collections.Immutable;
using CandidateCrm.Applications;

namespace CandidateCrm.Charter;

/// <summary>Makes the published charter of expectations. Pure.</summary>
public static class CharterPaper
{
    /// <summary>Writes down in one language what is promised to everybody; figures of the same expectations can stand beside it.</summary>
    public static PublicCharter Of(ImmutableArray<Expectation> expectations, CharterWords words, PublishedReport? report = null) =>
        Of(expectations, words, (default, default), report);

    /// <summary>Writes down in one language what is promised to those who apply for one opening: to everybody, and for that opening or its pipeline.</summary>
    /// <param name="expectations">The expectations.</param>
    /// <param name="words">The words around them.</param>
    /// <param name="opening">The opening and its pipeline; unassigned where one is not known.</param>
    /// <param name="report">Figures of the same expectations; null for none.</param>
    /// <exception cref="ArgumentException">The figures were changed since they were published.</exception>
    public static PublicCharter Of(ImmutableArray<Expectation> expectations, CharterWords words, (RequisitionId Requisition, PipelineKey Pipeline) opening, PublishedReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (report is not null && !ReportPublisher.IsUnchanged(report))
        {
            throw new ArgumentException("The figures are not those that were published: their digest is another one.", nameof(report));
        }

        var promised = expectations.RemoveAll(expectation => expectation.AmongColleagues);
        var meant = promised.Where(expectation => IsMeant(expectation.Scope, opening)).ToList();
        var said = meant.Select(expectation => (Expectation: expectation, Text: CharterTexts.Of(expectation, words))).ToList();
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

    private static bool IsMeant(ExpectationScope scope, (RequisitionId Requisition, PipelineKey Pipeline) opening) =>
        (scope.Requisitions.IsEmpty || scope.Requisitions.Contains(opening.Requisition)) && (scope.Pipelines.IsEmpty || scope.Pipelines.Contains(opening.Pipeline));

    private static ImmutableArray<PublicPromise> Promises(IEnumerable<(Expectation Expectation, string? Text)> said) =>
    [
        .. from each in said
           where each.Text is not null
           select new PublicPromise { Expectation = each.Expectation.Key, Version = each.Expectation.Version, Scope = each.Expectation.Scope, Text = each.Text },
    ];
}
