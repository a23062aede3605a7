using System.Globalization;
using System.Text.RegularExpressions;

namespace CandidateCrm.Conventions.Names;

/// <summary>Reads the tables of a reference page: rows whose first cell is a name in back quotes.</summary>
public static partial class ReferencePage
{
    public static IReadOnlyList<(string Name, int Version, string Type)> Events(string markdown) =>
        [.. EventRow().Matches(markdown).Select(match => (match.Groups["name"].Value, int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture), match.Groups["type"].Value))];

    public static IReadOnlyList<(string Constant, string Value)> Constants(string markdown) =>
        [.. ConstantRow().Matches(markdown).Select(match => (match.Groups["constant"].Value, match.Groups["value"].Value))];

    [GeneratedRegex(@"^\|\s*`(?<name>[^`]+)`\s*\|\s*(?<version>[0-9]+)\s*\|\s*`(?<type>[^`]+)`\s*\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex EventRow();

    [GeneratedRegex(@"^\|\s*`(?<constant>[^`]+)`\s*\|\s*`(?<value>[^`]+)`\s*\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ConstantRow();
}
