using System.Reflection;
using System.Text.RegularExpressions;
using CandidateCrm.Timeline;

namespace CandidateCrm.Conventions.Names;

/// <summary>Names that leave the process: each is well formed, unique and on its reference page, and the page lists nothing else.</summary>
public static partial class NameRules
{
    public static IEnumerable<string> Events(IEnumerable<Type> types, string page)
    {
        var named = types.Select(type => (Type: type, Wire: type.GetCustomAttribute<WireNameAttribute>(inherit: false)))
            .Where(pair => pair.Wire is not null)
            .Select(pair => (pair.Wire!.Name, pair.Wire.Version, Type: pair.Type.Name, pair.Type.IsVisible)).ToList();
        var expected = named.Select(each => (each.Name, each.Version, each.Type)).ToList();
        var listed = ReferencePage.Events(page);
        return named.Where(each => !WireName().IsMatch(each.Name)).Select(each => $"{each.Type}: «{each.Name}» is not feature.past_tense in lower case.")
            .Concat(named.GroupBy(each => each.Name).Where(group => group.Count() > 1).Select(group => $"«{group.Key}» names {string.Join(" and ", group.Select(each => each.Type))}."))
            .Concat(expected.Except(listed).Select(each => $"docs/events.md lacks the row | `{each.Name}` | {each.Version} | `{each.Type}` | … |"))
            .Concat(listed.Except(expected).Select(each => $"docs/events.md lists `{each.Name}` (version {each.Version}, {each.Type}), which no type bears."));
    }

    public static IEnumerable<string> Telemetry(Type names, string page)
    {
        var constants = names.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
            .Select(field => (Constant: field.Name, Value: (string)field.GetRawConstantValue()!)).ToList();
        var listed = ReferencePage.Constants(page);
        return constants.Except(listed).Select(each => $"docs/telemetry.md lacks the row | `{each.Constant}` | `{each.Value}` | … |")
            .Concat(listed.Except(constants).Select(each => $"docs/telemetry.md lists {each.Constant} = {each.Value}, which is no constant of {names.Name}."));
    }

    /// <summary>Every code stands on the page, and what a row of a table there begins with is one.</summary>
    public static IEnumerable<string> Codes(IEnumerable<Type> holders, string name, string page)
    {
        var codes = holders.SelectMany(holder => holder.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        return codes.Where(code => !page.Contains($"`{code}`", StringComparison.Ordinal)).Select(code => $"{name} lacks the code `{code}`.")
            .Concat(CodeRow().Matches(page).Select(row => row.Groups["code"].Value).Where(code => !codes.Contains(code)).Select(code => $"{name} lists `{code}`, which is no code."));
    }

    [GeneratedRegex(@"^\| `(?<code>[a-z_]+\.[a-z_]+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex(@"\A[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WireName();
}
