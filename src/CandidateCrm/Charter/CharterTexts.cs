using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>
/// Writes the texts of expectations for candidates. In a text <c>{limit}</c> stands for the time allowed, <c>{count}</c> and <c>{within}</c> for an allowance, so
/// that the words follow the clock. A text that says a number itself is read as it stands; <see cref="CharterReview"/> reports one that says another.
/// </summary>
public static partial class CharterTexts
{
    /// <summary>Returns the text of an expectation in a language, or null where it has none: that of <c>de</c> serves <c>de-AT</c>.</summary>
    /// <param name="expectation">The expectation.</param>
    /// <param name="words">The words around numbers.</param>
    /// <param name="zone">The zone in which a fixed instant is said, such as that of the calendar of the expectation; it is named beside it. Null is UTC.</param>
    public static string? Of(Expectation expectation, CharterWords words, DateTimeZone? zone = null)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        ArgumentNullException.ThrowIfNull(words);
        return Raw(expectation, words.Language) is { } text ? Places().Replace(text, place => Word(place.Value, expectation, words, zone ?? DateTimeZone.Utc) ?? place.Value) : null;
    }

    /// <summary>Returns the places of a text that nothing of the expectation fills.</summary>
    internal static IEnumerable<string> Unfilled(Expectation expectation, string text, CharterWords words) =>
        Places().Matches(text).Select(place => place.Value).Where(place => Word(place, expectation, words, DateTimeZone.Utc) is null);

    private static string? Raw(Expectation expectation, string language)
    {
        for (var tag = language; ; tag = tag[..tag.LastIndexOf('-')])
        {
            if (expectation.Text.TryGetValue(tag, out var text))
            {
                return text;
            }

            if (!tag.Contains('-', StringComparison.Ordinal))
            {
                return null;
            }
        }
    }

    private static string? Word(string place, Expectation expectation, CharterWords words, DateTimeZone zone) => (place, expectation) switch
    {
        ("{limit}", TimedExpectation timed) when ExpectationLimits.OneOf(timed) is { } limit => LimitTexts.Of(limit, words, zone),
        ("{count}", ProhibitionExpectation { Allowance: { } allowance }) => allowance.Count.ToString(CultureInfo.InvariantCulture),
        ("{within}", ProhibitionExpectation { Allowance: { } allowance }) => LimitTexts.OfElapsed(allowance.Within, words),
        _ => null,
    };

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Places();
}
