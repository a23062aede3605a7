using System.Collections.Immutable;

namespace CandidateCrm.Charter;

/// <summary>Makes the published charter of expectations. Pure.</summary>
public static class CharterPaper
{
    /// <summary>Writes down in one language what is promised; figures of the same expectations can stand beside it.</summary>
    public static PublicCharter Of(ImmutableArray<Expectation> expectations, CharterWords words, PublishedReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new PublicCharter
        {
            Words = words,
            Will = [.. expectations.Where(expectation => expectation is TimedExpectation).Select(expectation => Promise(expectation, words)).OfType<PublicPromise>()],
            WillNot = [.. expectations.Where(expectation => expectation is ProhibitionExpectation).Select(expectation => Promise(expectation, words)).OfType<PublicPromise>()],
            Unsaid = [.. expectations.Where(expectation => CharterTexts.Of(expectation, words) is null).Select(expectation => expectation.Key)],
            Report = report,
        };
    }

    private static PublicPromise? Promise(Expectation expectation, CharterWords words) => CharterTexts.Of(expectation, words) is { } text
        ? new PublicPromise { Expectation = expectation.Key, Version = expectation.Version, Text = text }
        : null;
}
