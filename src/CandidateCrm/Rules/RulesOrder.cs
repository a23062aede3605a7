using System.Collections.Immutable;

namespace CandidateCrm.Rules;

/// <summary>
/// The order of the definitions of a kind. A manifest is in ordinal order of names; the settings name those that come first, and no more of them than
/// needed, so that a new definition seldom changes the settings.
/// </summary>
internal static class RulesOrder
{
    internal static IEnumerable<Definition> Definitions(CrmRules rules)
    {
        IReadOnlyList<IReadOnlyList<Definition>> kinds =
        [
            [.. rules.Pipelines.Select(Definition.Of)],
            [.. rules.Calendars.Select(Definition.Of)],
            [.. rules.Expectations.Select(Definition.Of)],
            [.. rules.Scores.Select(Definition.Of)],
            [.. rules.Fits.Select(Definition.Of)],
            [.. rules.Attributes.Select(Definition.Of)],
            [.. rules.Segments.Select(Definition.Of)],
        ];
        var settings = new RulesSettings { Zone = rules.Zone, Announced = rules.Announced, Refusals = rules.Refusals, Readiness = rules.Readiness, Order = [.. kinds.SelectMany(First)] };
        return Single(rules, settings).Concat(rules.Zones.Select(Definition.Of)).Concat(kinds.SelectMany(kind => kind));
    }

    /// <summary>Puts what the settings name first, in their order, and the rest in ordinal order of their names.</summary>
    internal static IEnumerable<Definition> Sorted(IEnumerable<Definition> definitions, ImmutableArray<DefinitionName> order)
    {
        var places = order.Select((name, place) => (name, place)).ToDictionary(each => each.name, each => each.place);
        return definitions.OrderBy(definition => places.GetValueOrDefault(definition.Name, int.MaxValue))
            .ThenBy(definition => definition.Name.ToString(), StringComparer.Ordinal);
    }

    /// <summary>Returns what rules have one of.</summary>
    private static IEnumerable<Definition> Single(CrmRules rules, RulesSettings settings)
    {
        yield return Definition.Of(settings);
        if (rules.Lifecycle is { } lifecycle)
        {
            yield return Definition.Of(lifecycle);
        }

        if (rules.Dispositions is { } dispositions)
        {
            yield return Definition.Of(dispositions);
        }

        if (rules.PublicStatus is { } status)
        {
            yield return Definition.Of(status);
        }

        if (rules.Experience is { } experience)
        {
            yield return Definition.Of(experience);
        }
    }

    /// <summary>Returns the shortest beginning after which the rest is in ordinal order.</summary>
    private static IEnumerable<DefinitionName> First(IReadOnlyList<Definition> definitions)
    {
        var first = definitions.Count;
        while (first > 0 && (first == definitions.Count || string.CompareOrdinal(definitions[first - 1].Name.Key, definitions[first].Name.Key) < 0))
        {
            first--;
        }

        return definitions.Take(first).Select(definition => definition.Name);
    }
}
