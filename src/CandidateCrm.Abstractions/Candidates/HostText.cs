using System.Diagnostics.CodeAnalysis;

namespace CandidateCrm.Candidates;

/// <summary>The one rule for texts of the host: not blank, not over-long, no control character, well-formed UTF-16.</summary>
internal static class HostText
{
    internal const int LongestId = 200;
    internal const int LongestCode = 64;

    internal static bool IsId([NotNullWhen(true)] string? text) => Fault(text, LongestId) is null;

    /// <summary>Ids that the library makes are longer than the ids that they hold.</summary>
    internal static bool IsStored([NotNullWhen(true)] string? text) => Fault(text, LongestId + 16) is null;

    internal static string Id([NotNull] string? text, string what) => Checked(text, LongestId, what);

    /// <summary>A text that is a value may be blank, unlike an id.</summary>
    internal static bool IsValue(string text, int longest) => text.Length <= longest && CharacterFault(text) is null;

    /// <summary>Says whether a text can be written as UTF-8: without half a surrogate pair.</summary>
    internal static bool IsWellFormed(string text) => HalfPairAt(text) < 0;

    /// <summary>Codes are open words with a stable spelling: lower-case letters, digits, and <c>- _ .</c> after the first. A colon is not among them: it separates the parts of keys.</summary>
    internal static bool IsCode([NotNullWhen(true)] string? text)
    {
        if (text is not { Length: >= 1 and <= LongestCode } || !char.IsAsciiLetterOrDigit(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    internal static string Code([NotNull] string? text, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsCode(text)
            ? text
            : throw new ArgumentException($"{what} is 1 to {LongestCode} lower-case letters, digits and the marks - _ . and begins with a letter or digit.", nameof(text));
    }

    internal static string Assigned(string? value, string what) =>
        value ?? throw new InvalidOperationException($"This {what} was never assigned.");

    private static string Checked([NotNull] string? text, int longest, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fault(text, longest) is { } fault
            ? throw new ArgumentException($"{what} {fault}.", nameof(text))
            : text;
    }

    /// <summary>Says what is wrong, without repeating the text: it may hold personal data.</summary>
    private static string? Fault(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "must not be empty or blank";
        }

        if (text.Length > longest)
        {
            return $"must have at most {longest} characters, but has {text.Length}";
        }

        return CharacterFault(text);
    }

    private static string? CharacterFault(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029')
            {
                return $"must have no control character, but has one at position {i}";
            }

        }

        return HalfPairAt(text) is >= 0 and var half ? $"must be well-formed, but has half a surrogate pair at position {half}" : null;
    }

    private static int HalfPairAt(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
