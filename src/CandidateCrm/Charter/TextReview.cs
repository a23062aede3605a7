using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Checks that the words of expectations say what their clocks do.</summary>
internal static partial class TextReview
{
    /// <param name="expectation">The expectation.</param>
    /// <param name="languages">The languages in which any expectation of the charter has words.</param>
    internal static IEnumerable<CharterFault> FaultsOf(Expectation expectation, ImmutableArray<string> languages)
    {
        if (expectation.AmongColleagues)
        {
            if (!expectation.Text.IsEmpty)
            {
                yield return CharterReview.Fault(CharterFaultCodes.TextUnheard, expectation, "It has words for candidates, but colleagues owe it to each other: nobody reads them. Take the words out, or promise it to candidates.");
            }

            yield break;
        }

        if (expectation.Text.Values.All(string.IsNullOrWhiteSpace))
        {
            yield return CharterReview.Fault(CharterFaultCodes.TextMissing, expectation, "It has no words for candidates: it is kept, and nobody is told.");
            yield break;
        }

        foreach (var language in languages.Where(language => string.IsNullOrWhiteSpace(expectation.Text.GetValueOrDefault(language))))
        {
            yield return CharterReview.Fault(CharterFaultCodes.LanguageMissing, expectation, $"It has no words in {language}, in which other expectations have some.");
        }

        foreach (var (language, text) in expectation.Text)
        {
            foreach (var place in CharterTexts.Unfilled(expectation, text, CharterWords.English))
            {
                yield return CharterReview.Fault(CharterFaultCodes.PlaceUnknown, expectation, $"Its words in {language} have the place {place}, which nothing fills. A timed expectation with one limit fills {{limit}}, an allowance {{count}} and {{within}}.");
            }

            if (NumbersOf(expectation) is { Count: > 0 } known && Said(text) is { Count: > 0 } said && !said.Overlaps(known))
            {
                yield return CharterReview.Fault(CharterFaultCodes.NumberDiffers, expectation, $"Its words in {language} say {string.Join(", ", said)}, but its clock says {string.Join(" or ", known)}. Write {{limit}} in place of a number.");
            }
        }
    }

    /// <summary>Returns the numbers by which what is allowed may be called; none where there is no one limit.</summary>
    private static SortedSet<long> NumbersOf(Expectation expectation) => expectation switch
    {
        TimedExpectation timed when ExpectationLimits.OneOf(timed) is { Unit: not LimitUnit.FixedInstant } limit => limit.Unit == LimitUnit.BusinessDays ? [limit.Days] : WholeUnits(limit.Time),
        ProhibitionExpectation { Allowance: { } allowance } => [allowance.Count, .. WholeUnits(allowance.Within), .. Whole(allowance.Within.TotalDays), .. Whole(allowance.Within.TotalDays / 7)],
        _ => [],
    };

    private static SortedSet<long> WholeUnits(Duration time) => [.. Whole(time.TotalHours), .. Whole(time.TotalMinutes), .. Whole(time.TotalSeconds), .. Whole(Math.Floor(time.TotalHours)).Where(hours => hours > 0)];

    private static IEnumerable<long> Whole(double units) => Math.Abs(units - Math.Round(units)) < 1e-9 ? [(long)Math.Round(units)] : [];

    private static SortedSet<long> Said(string text) =>
        [.. Numbers().Matches(text).Select(number => long.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : long.MaxValue)];

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Numbers();
}
