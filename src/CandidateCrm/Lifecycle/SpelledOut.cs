using System.Globalization;
using System.Text;

namespace CandidateCrm.Lifecycle;

/// <summary>Makes text of names that may hold anything fit for one line of a log: what would break it, or could not be written, is spelt out.</summary>
internal static class SpelledOut
{
    internal static string Of(string text)
    {
        if (!text.Any(IsOdd))
        {
            return text;
        }

        var spelt = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                spelt.Append(text, i++, 2);
            }
            else if (IsOdd(text[i]))
            {
                spelt.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            }
            else
            {
                spelt.Append(text[i]);
            }
        }

        return spelt.ToString();
    }

    private static bool IsOdd(char c) => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029';
}
