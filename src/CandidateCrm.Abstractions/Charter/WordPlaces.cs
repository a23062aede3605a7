using System.Globalization;
using System.Text.RegularExpressions;

namespace CandidateCrm.Charter;

/// <summary>Checks words with numbered places, such as <c>{0}</c>, before anybody reads them with a hole in them.</summary>
internal static partial class WordPlaces
{
    /// <summary>Returns the words where every place has a meaning and none is missing; refuses them with everything that is wrong.</summary>
    /// <param name="words">The words.</param>
    /// <param name="places">How many places they have, numbered from 0 on.</param>
    /// <param name="what">What the words are, to begin a sentence with.</param>
    /// <param name="mayOmit">Whether places may be left out.</param>
    internal static string Checked(string words, int places, string what, bool mayOmit = false)
    {
        ArgumentNullException.ThrowIfNull(words);
        var bare = words.Replace("{{", string.Empty, StringComparison.Ordinal).Replace("}}", string.Empty, StringComparison.Ordinal);
        var named = Places().Matches(bare).Select(place => (Text: place.Value, Number: int.TryParse(place.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue)).ToList();
        var unknown = named.Where(place => place.Number >= places).Select(place => place.Text).Distinct(StringComparer.Ordinal).ToList();
        List<string> faults =
        [
            .. unknown.Select(place => $"nothing fills the place {place}"),
            .. Enumerable.Range(0, mayOmit ? 0 : places).Where(number => named.TrueForAll(place => place.Number != number)).Select(number => string.Create(CultureInfo.InvariantCulture, $"the place {{{number}}} is missing")),
            .. unknown.Count > 0 || CanBeFilled(words, places) ? Array.Empty<string>() : ["they cannot be filled: a brace that stands for itself is written twice"],
        ];
        return faults.Count == 0
            ? words
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{what} have {(places == 1 ? "the place {0}" : $"the places {{0}} to {{{places - 1}}}")}, but of «{words}» {string.Join(", ", faults)}."), nameof(words));
    }

    private static bool CanBeFilled(string words, int places)
    {
        try
        {
            _ = string.Format(CultureInfo.InvariantCulture, words, [.. Enumerable.Repeat<object>(1L, places)]);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\{\s*(?<number>[0-9]+)[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Places();
}
