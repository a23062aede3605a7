using System.Collections.Frozen;
using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>Under which kind a fact counts in a score.</summary>
internal static class SignalKinds
{
    private static readonly FrozenDictionary<Type, TouchKind> ByType = EntryTypes.All
        .Where(type => type.Type != typeof(TouchpointRecorded) && type.Type != typeof(CustomFact) && typeof(IFact).IsAssignableFrom(type.Type))
        .ToFrozenDictionary(type => type.Type, type => TouchKind.From(type.Name));

    /// <summary>Returns a touchpoint's own kind, a custom fact's code, any other fact's wire name; unassigned for what no model can name.</summary>
    internal static TouchKind Of(ITimelineEntry entry) => entry switch
    {
        TouchpointRecorded touch => touch.Kind,
        CustomFact custom => TouchKind.From(custom.Code.Value),
        _ => ByType.GetValueOrDefault(entry.GetType()),
    };

    /// <summary>Returns a fact as a touchpoint; null for what no model can name.</summary>
    internal static Touch? TouchOf(TimelineEvent fact) =>
        Of(fact.Entry) is { IsAssigned: true } kind ? new Touch { Id = fact.Id, Kind = kind, OccurredAt = fact.OccurredAt, Quantity = QuantityOf(fact.Entry) } : null;

    /// <summary>Returns how often a fact counts.</summary>
    internal static int QuantityOf(ITimelineEntry entry) => entry is TouchpointRecorded touch ? touch.Quantity : 1;
}
