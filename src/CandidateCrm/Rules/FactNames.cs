using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules;

/// <summary>The wire names of facts: what opens promises and keeps them.</summary>
internal static class FactNames
{
    internal static ImmutableArray<string> All { get; } =
        [.. EntryTypes.All.Where(type => typeof(IFact).IsAssignableFrom(type.Type)).Select(type => type.Name).Order(StringComparer.Ordinal)];

    internal static bool Contains(string name) => All.Contains(name, StringComparer.Ordinal);
}
