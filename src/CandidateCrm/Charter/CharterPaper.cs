using System.Collections.Immutable;

namespace CandidateCrm.Charter;

/// <summary>Makes the published charter of expectations. Pure.</summary>
public static class CharterPaper
{
    /// <summary>Writes down in one language what is promised; figures of the same expectations can stand beside it.</summary>
    public static PublicCharter Of(ImmutableArray<Expectation> expectations, CharterWords words, PublishedReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        var said = expectations.Select(expectation => (Expectation: expectation, Text: CharterTexts.Of(expectation, words))).ToList();
        return new PublicCharter
        {
            Words = words,
            Will = Promises(said.Where(each => each.Expectation is TimedExpectation)),
            WillNot = Promises(said.Where(each => each.Expectation is ProhibitionExpectation)),
            Unsaid = [.. said.Where(each => each.Text is null).Select(each => each.Expectation.Key)],
            Report = report,
        };
    }

    private static ImmutableArray<PublicPromise> Promises(IEnumerable<(Expectation Expectation, string? Text)> said) =>
    [
        .. from each in said
           where each.Text is not null
           select new PublicPromise { Expectation = each.Expectation.Key, Version = each.Expectation.Version, Text = each.Text },
    ];
}
