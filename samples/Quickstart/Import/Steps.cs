using System.Text;
using CandidateCrm.Applications;

namespace Quickstart.Import;

/// <summary>The names of steps, as the library writes them in the paths of applications.</summary>
internal static class Steps
{
    internal static StageKey Offer { get; } = StageKey.From("offer");

    internal static StageKey Hired { get; } = StageKey.From("hired");

    internal static StageKey Rejected { get; } = StageKey.From("rejected");

    /// <summary>Returns the step of an ending, or the other way round the disposition by its word.</summary>
    internal static StageKey Of(Disposition disposition) => StageKey.From(Kebab(disposition.ToString()));

    internal static bool TryDisposition(string word, out Disposition disposition)
    {
        foreach (var candidate in Enum.GetValues<Disposition>())
        {
            if (candidate != Disposition.Hired && Of(candidate).Value == word)
            {
                disposition = candidate;
                return true;
            }
        }

        disposition = default;
        return false;
    }

    /// <summary>Makes a key of a name: «Telephonic Screening» is <c>telephonic-screening</c>. Empty where nothing of it is left.</summary>
    internal static string KeyOf(string name)
    {
        var key = new StringBuilder();
        foreach (var rune in name)
        {
            if (char.IsAsciiLetterOrDigit(rune))
            {
                key.Append(char.ToLowerInvariant(rune));
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString(0, Math.Min(key.Length, 64)).TrimEnd('-');
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, at) => char.IsUpper(c) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
