using System.Collections.Immutable;

namespace CandidateCrm.Segments.Reading;

/// <summary>The words of enumerations, in camel case as JSON has them.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();

    internal static ImmutableArray<string> All { get; } = [.. Values.Select(value => Enum.GetName(value)!).Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    internal static string Of(T value) => All[Array.IndexOf(Values, value)];

    internal static bool TryFind(string text, out T value)
    {
        var place = All.IndexOf(text, 0, StringComparer.Ordinal);
        value = place < 0 ? default : Values[place];
        return place >= 0;
    }
}
