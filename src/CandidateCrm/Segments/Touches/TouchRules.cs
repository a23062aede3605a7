using System.Collections.Immutable;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments.Touches;

/// <summary>The conditions of a tenant's kept rules over the touchpoints, each once, and what they keep of these.</summary>
internal sealed class TouchRules
{
    private readonly CrmRules? _rules;

    private TouchRules()
    {
    }

    private TouchRules(CrmRules rules, SegmentSchema<Touchpoint> items, IEnumerable<CountRule> conditions)
    {
        _rules = rules;
        All = [.. conditions.Distinct().Select(each => new TouchRule(each, items, rules.Zone))];
    }

    internal static TouchRules None { get; } = new();

    internal ImmutableArray<TouchRule> All { get; } = [];

    internal bool IsEmpty => All.IsEmpty;

    internal bool HasProportion => All.Any(each => each.IsProportion);

    internal static TouchRules Of(CrmRules rules, SegmentSchema schema, IEnumerable<SegmentRule> kept)
    {
        CountRule[] conditions = [.. kept.SelectMany(TouchLeaves.Of).OfType<CountRule>()];
        return conditions.Length > 0 && schema.TryFind(RelationshipFields.Touchpoints, out var field) ? new TouchRules(rules, (SegmentSchema<Touchpoint>)field.Items!, conditions) : None;
    }

    internal int IndexOf(CountRule rule)
    {
        for (var i = 0; i < All.Length; i++)
        {
            if (ReferenceEquals(All[i].Rule, rule) || All[i].Rule.Equals(rule))
            {
                return i;
            }
        }

        throw new InvalidOperationException("A condition over touchpoints that no kept segment has was asked of what kept segments need.");
    }

    /// <summary>Says whether what other rules kept is enough for these. What may be too little is.</summary>
    internal bool GoOnFrom(TouchRules before) =>
        IsEmpty || ReferenceEquals(this, before)
        || (!before.IsEmpty
            && KeptSegments.HaveTheSameDays(_rules!, before._rules!)
            && All.All(each => before.All.Any(other => other.Rule.Equals(each.Rule))));

    /// <summary>Takes over what other rules kept, from which these can go on.</summary>
    internal SegmentTouches? TakeOver(SegmentTouches? kept, TouchRules before) => kept is null || IsEmpty ? null : kept with
    {
        Settled = kept.Settled.IsEmpty ? [] : [.. All.Select(each => kept.Settled[before.IndexOf(each.Rule)])],
        Past = HasProportion ? kept.Past : 0,
    };

    /// <summary>Adds a touchpoint, the newest of all, and lets go of what can matter no more. The same object where nothing changes.</summary>
    internal SegmentTouches? With(SegmentTouches? kept, TouchpointRecorded told, Instant at) => IsEmpty ? kept : new TouchTally(this, kept, at).With(told);
}
