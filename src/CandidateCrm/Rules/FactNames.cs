using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules;

/// <summary>The wire names of facts: what opens promises and keeps them. A date that was told and is not true any more opens a promise of its own: to tell the new one.</summary>
internal static class FactNames
{
    internal static ImmutableArray<string> All { get; } =
        [.. EntryTypes.All.Where(type => typeof(IFact).IsAssignableFrom(type.Type) || type.Type == typeof(PromiseDueMoved)).Select(type => type.Name).Order(StringComparer.Ordinal)];

    internal static bool Contains(string name) => All.Contains(name, StringComparer.Ordinal);
}
