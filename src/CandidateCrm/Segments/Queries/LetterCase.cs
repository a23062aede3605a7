using System.Collections.Frozen;
using System.Text;

namespace CandidateCrm.Segments.Queries;

/// <summary>
/// What it means to ignore case, letter by letter: texts are the same where their upper case is. A query that has no such comparison replaces the few
/// letters that could stand in the place of those sought, and compares exactly.
/// </summary>
internal static class LetterCase
{
    private const int LastWithCase = 0x1FFFF;
    private const int MostPairs = 80;
    private const int EndOfAscii = 0x80;

    private static readonly Lazy<FrozenDictionary<Rune, string[]>> Variants = new(FindVariants);

    internal static string Upper(string text) => text.ToUpperInvariant();

    /// <summary>Returns what has to be replaced so that these texts, in upper case, are found exactly; null where it would be too much.</summary>
    internal static IReadOnlyList<LetterPair>? PairsFor(IEnumerable<string> texts)
    {
        var letters = texts.SelectMany(text => Upper(text).EnumerateRunes()).Distinct();
        var pairs = letters.SelectMany(PairsOf).Take(MostPairs + 1).ToList();
        return pairs.Count <= MostPairs ? pairs : null;
    }

    /// <summary>Returns what has to be replaced so that every text stands on the same side of these as in upper case; null where letters beyond ASCII are among them.</summary>
    internal static IReadOnlyList<LetterPair>? PairsForOrder(IEnumerable<string> texts) => texts.All(text => Ascii.IsValid(text))
        ? [.. Enumerable.Range(0, EndOfAscii).SelectMany(letter => PairsOf(new Rune(letter)))]
        : null;

    private static IEnumerable<LetterPair> PairsOf(Rune letter) =>
        Variants.Value.TryGetValue(letter, out var variants) ? variants.Select(variant => new LetterPair(variant, letter.ToString())) : [];

    private static FrozenDictionary<Rune, string[]> FindVariants() => Enumerable.Range(0, LastWithCase + 1)
        .Where(Rune.IsValid)
        .Select(value => new Rune(value))
        .Where(letter => Rune.ToUpperInvariant(letter) != letter)
        .GroupBy(Rune.ToUpperInvariant, letter => letter.ToString())
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());
}
