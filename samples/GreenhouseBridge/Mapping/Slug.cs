using System.Globalization;
using System.Text;

namespace GreenhouseBridge.Mapping;

/// <summary>Makes a code of a name: lower-case, everything but letters and digits of ASCII becomes one hyphen, at most 64 characters.</summary>
internal static class Slug
{
    private const int Longest = 64;

    /// <summary>Returns the slug; where nothing is left of the name, the kind and the id, such as <c>stage-17</c>.</summary>
    internal static string Of(string name, string kind, long id)
    {
        var slug = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString(0, Math.Min(slug.Length, Longest)).TrimEnd('-');
        return text.Length > 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{kind}-{id}");
    }
}
