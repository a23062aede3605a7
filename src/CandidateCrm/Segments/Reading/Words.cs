using System.Collections.Immutable;
using CandidateCrm.Json;

namespace CandidateCrm.Segments.Reading;

/// <summary>The words of enumerations, in camel case as JSON has them.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    internal static ImmutableArray<string> All { get; } = [.. EnumWords<T>.Words.Select(word => word.Value)];

    internal static string Of(T value) => All[Array.IndexOf(EnumWords<T>.Values, value)];

    internal static bool TryFind(string text, out T value)
    {
        var place = All.IndexOf(text, 0, StringComparer.Ordinal);
        value = place < 0 ? default : EnumWords<T>.Values[place];
        return place >= 0;
    }
}
