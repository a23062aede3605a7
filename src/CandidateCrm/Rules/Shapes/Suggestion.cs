namespace CandidateCrm.Rules.Shapes;

/// <summary>What the writer of a text may have meant. Texts are repeated only where they are short and look like a word.</summary>
internal static class Suggestion
{
    private const int LongestWord = 40;
    private const int MostListed = 96;

    /// <summary>Says that a word is none of those that may stand here, and which may.</summary>
    internal static string For(string what, string text, IReadOnlyList<string> known)
    {
        var nearest = Nearest(text, known);
        var said = IsWord(text) ? $"«{text}» is not {what} here." : $"What stands here is not {what}.";
        var meant = nearest is null ? string.Empty : $" Did you mean «{nearest}»?";
        return known.Count <= MostListed ? $"{said}{meant} Known are {string.Join(", ", known)}." : said + meant;
    }

    /// <summary>Returns the known word that takes the fewest changed, missing, added or swapped letters; null where none is near.</summary>
    internal static string? Nearest(string text, IReadOnlyList<string> known)
    {
        if (text.Length is 0 or > LongestWord)
        {
            return null;
        }

        var nearest = known.MinBy(candidate => Distance(text, candidate));
        return nearest is not null && Distance(text, nearest) <= Math.Max(1, text.Length / 3) ? nearest : null;
    }

    private static bool IsWord(string text) =>
        text.Length is >= 1 and <= LongestWord && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '$' or ' ');

    private static int Distance(string one, string other)
    {
        var (before, previous, current) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = Same(one[i - 1], other[j - 1]);
                var steps = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (same ? 0 : 1));
                var swapped = i > 1 && j > 1 && Same(one[i - 1], other[j - 2]) && Same(one[i - 2], other[j - 1]);
                current[j] = swapped ? Math.Min(steps, before[j - 2] + 1) : steps;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[other.Length];
    }

    private static bool Same(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
