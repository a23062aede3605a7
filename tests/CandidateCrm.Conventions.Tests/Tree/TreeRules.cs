using System.CodeDom.Compiler;
using System.Text.RegularExpressions;

namespace CandidateCrm.Conventions.Tree;

/// <summary>What no file of the repository may say or be called.</summary>
public static partial class TreeRules
{
    public static IEnumerable<string> NoPathOfOneMachine(string path, string text) =>
        AbsolutePath().Matches(text).Select(match => $"{path} names a path of one machine: «{match.Value.Trim()}».");

    public static IEnumerable<string> NoFolderThatSaysNothing(string path) =>
        path.Split('/')[..^1].Where(folder => EmptyWord().IsMatch(folder)).Select(folder => $"{path}: the folder {folder} says nothing; name the feature.");

    public static IEnumerable<string> NoTypeThatSaysNothing(IEnumerable<Type> types) =>
        types.Where(type => EmptySuffix().IsMatch(type.Name) && !type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false)).Select(type => $"{type.FullName}: the name says nothing; name what it does.");

    public static IEnumerable<string> NoHost(string config)
    {
        if (config.Contains("://", StringComparison.Ordinal) || config.Contains("packageSources", StringComparison.OrdinalIgnoreCase))
        {
            yield return "nuget.config names a source: packages come from the default source of whoever restores.";
        }
    }

    public static IEnumerable<string> NoLinkToNowhere(string path, string markdown, Func<string, bool> exists) =>
        Link().Matches(markdown).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !exists(target.Split('#')[0]))
            .Select(target => $"{path} links to {target}, which does not exist.");

    [GeneratedRegex(@"(?<![A-Za-z0-9.:/~$}*\\])/(?:home|Users|root|work|farm|mnt|tmp|opt|srv)/[A-Za-z0-9_.]|\b[A-Z]:\\[A-Za-z]")]
    private static partial Regex AbsolutePath();

    [GeneratedRegex("^(Helpers?|Utils?|Utilities|Managers?|Common|Misc)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyWord();

    [GeneratedRegex("(Helpers?|Utils?|Utility|Utilities|Manager)(`[0-9]+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex EmptySuffix();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
