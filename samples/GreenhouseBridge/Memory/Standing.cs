using CandidateCrm.Timeline;
using GreenhouseBridge.Mapping;

namespace GreenhouseBridge.Memory;

/// <summary>
/// Picks from all that was told of a candidate what stands on the timeline. It is a function of the set: the same payloads in any order, once or
/// often, leave the same facts standing.
/// </summary>
internal static class Standing
{
    internal static IEnumerable<Telling> Of(IReadOnlyCollection<Telling> told)
    {
        var keys = told.Select(telling => telling.Key).ToHashSet(StringComparer.Ordinal);
        return InOrder(told.Where(telling => telling.Needs.Length == 0 || keys.Any(key => key.StartsWith(telling.Needs, StringComparison.Ordinal))).Distinct())
            .GroupBy(telling => telling.Topic, StringComparer.Ordinal)
            .SelectMany(topic => OfTopic([.. topic]));
    }

    /// <summary>Puts tellings into the order of the line, as far as it can be known before they have ids.</summary>
    internal static IOrderedEnumerable<Telling> InOrder(IEnumerable<Telling> tellings) => tellings
        .OrderBy(telling => telling.Moment.At)
        .ThenBy(telling => telling.Order)
        .ThenBy(telling => telling.Key, StringComparer.Ordinal)
        .ThenBy(telling => telling.Content, StringComparer.Ordinal);

    private static IEnumerable<Telling> OfTopic(List<Telling> topic)
    {
        var each = topic.Where(telling => telling.Rule == TellingRule.Each).ToList();
        var best = each.Count == 0 ? topic.Where(telling => telling.Rule == TellingRule.Best).MinBy(telling => telling.Rank) : null;
        return [.. each, .. best is null ? [] : new[] { best }, .. Changes(topic.Where(telling => telling.Rule == TellingRule.Change))];
    }

    private static IEnumerable<Telling> Changes(IEnumerable<Telling> topic)
    {
        IFact? before = null;
        foreach (var telling in topic)
        {
            if (before is null ? !telling.IsInitial : !telling.Fact.Equals(before))
            {
                yield return telling;
            }

            before = telling.Fact;
        }
    }
}
