using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CandidateCrm.Rules;
using CandidateCrm.Segments.Indexing;
using CandidateCrm.Segments.Reading;
using CandidateCrm.Segments.Touches;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>
/// The segments of a tenant's rules, read over the tenant's fields: those that others refer to stand before these, so that each is evaluated once. Made once for the same rules.
/// Justifications of proxies are not judged here, for they end with time; whoever evaluates asks <see cref="SegmentPredicate{T}.JustifiedUntil"/>.
/// </summary>
internal sealed class TenantSegments
{
    private static readonly ConditionalWeakTable<CrmRules, TenantSegments> Made = [];

    private readonly FrozenDictionary<SegmentKey, SavedSegment> _byKey;
    private TenantSegments? _forThePast;
    private readonly FrozenSet<SegmentKey> _stored;
    private readonly SegmentPredicate<CandidateView> _nobody;

    private TenantSegments(CrmRules? rules, SegmentSchema<CandidateView> schema, SegmentDefinition[] definitions)
    {
        var judged = JudgedAlone(schema, definitions);
        var kept = KeptOf(definitions, judged);
        SavedSegment[] read = [.. definitions.Select(definition => Read(definition, kept.Contains(definition.Key), schema, judged))];
        _byKey = read.ToFrozenDictionary(each => each.Key);
        All = [.. read];
        InOrder = [.. Sorted(read)];
        _stored = read.Where(each => each.IsStored).Select(each => each.Key).ToFrozenSet();
        _nobody = SegmentPredicate<CandidateView>.OfReviewed(schema, !SegmentRule.Everyone);
        Kept = [.. InOrder.Where(each => each.IsStored)];
        Rules = read.ToFrozenDictionary(each => each.Key, each => each.Predicate?.Rule);
        Touches = rules is null ? TouchRules.None : TouchRules.Of(rules, schema, Kept.Where(each => each.Predicate is not null).Select(each => each.Predicate!.Rule));
    }

    private TenantSegments(TouchRules touches)
        : this(rules: null, SegmentSchema.For<CandidateView>().Build(), []) => Touches = touches;

    private static TenantSegments None { get; } = new(rules: null, SegmentSchema.For<CandidateView>().Build(), []);

    /// <summary>Gets all segments in the order of the rules; of several with one key the first.</summary>
    internal ImmutableArray<SavedSegment> All { get; }

    /// <summary>Gets all segments, each behind those that it refers to.</summary>
    internal ImmutableArray<SavedSegment> InOrder { get; }

    /// <summary>Gets the segments whose membership is stored, each behind those that it refers to.</summary>
    internal ImmutableArray<SavedSegment> Kept { get; }

    /// <summary>Gets the rules by which references are judged.</summary>
    internal IReadOnlyDictionary<SegmentKey, SegmentRule?> Rules { get; }

    /// <summary>Gets what the kept rules ask of the touchpoints.</summary>
    internal TouchRules Touches { get; }

    /// <summary>Returns nothing but what keeps the touchpoints that the kept rules need, for a past in which these rules had been there all along.</summary>
    internal TenantSegments ForThePast() => Touches.IsEmpty ? None : _forThePast ??= new TenantSegments(Touches);

    internal static TenantSegments Of(CrmRules rules) => rules.Segments.IsEmpty
        ? None
        : Made.GetValue(rules, static rules => new TenantSegments(rules, RelationshipSchema.Unreviewed(rules), [.. rules.Segments.Where(each => each.Key.IsAssigned).DistinctBy(each => each.Key)]));

    internal SavedSegment? Find(SegmentKey key) => key.IsAssigned ? _byKey.GetValueOrDefault(key) : null;

    /// <summary>
    /// Gets what rules that refer to segments are asked with of everybody at once: of a segment whose membership is stored what is stored, of any other its rule, by which nobody is in from the end of a
    /// justification on, and what people decided about it.
    /// </summary>
    internal SegmentSurroundings<CandidateView> SurroundingsAt(Instant now) => new()
    {
        Segments = All.Where(each => !each.IsStored).ToDictionary(each => each.Key, each => each.Predicate is { } rule && !(rule.JustifiedUntil <= now) ? rule : _nobody),
        Kept = new KeptMemberships<CandidateView>
        {
            Stored = _stored,
            IsMember = static (view, segment) => view.Relationship.Segments?.Find(segment)?.IsMember ?? false,
            ByHand = static (view, segment) => view.Relationship.Segments?.ChoiceOf(segment)?.IsIn,
        },
    };

    /// <summary>Reads each rule by itself: a reference is taken as it is.</summary>
    private static Dictionary<SegmentKey, SegmentRule?> JudgedAlone(SegmentSchema<CandidateView> schema, SegmentDefinition[] definitions) =>
        definitions.ToDictionary(each => each.Key, each => each.Rule is null ? null : ReadingOf(each, schema, new SegmentTerms { AsOf = Instant.MinValue }).Rule);

    /// <summary>Says which segments are kept: those that say so, those without a rule, and whatever these refer to.</summary>
    private static HashSet<SegmentKey> KeptOf(SegmentDefinition[] definitions, Dictionary<SegmentKey, SegmentRule?> judged)
    {
        var kept = new HashSet<SegmentKey>();
        var open = new Stack<SegmentKey>(definitions.Where(each => each.Keeping == SegmentKeeping.Kept || each.Rule is null).Select(each => each.Key));
        while (open.TryPop(out var key))
        {
            if (judged.TryGetValue(key, out var rule) && kept.Add(key) && rule is not null)
            {
                Array.ForEach([.. References.Of(rule)], open.Push);
            }
        }

        return kept;
    }

    private static SavedSegment Read(SegmentDefinition definition, bool isKept, SegmentSchema<CandidateView> schema, Dictionary<SegmentKey, SegmentRule?> judged)
    {
        if (definition.Rule is null)
        {
            return new SavedSegment { Definition = definition, Faults = [], IsStored = true, Sources = FieldSources.None };
        }

        var terms = new SegmentTerms { AsOf = Instant.MinValue, Segments = judged, SavedAs = definition.Key, Use = isKept ? SegmentUse.Kept : SegmentUse.OnDemand };
        var reading = ReadingOf(definition, schema, terms);
        var sources = reading.Rule is { } rule ? SourcesOf(rule, schema) | AnyTouchOf(rule) : FieldSources.None;
        ImmutableArray<SegmentFault> faults = [.. reading.Faults, .. isKept ? NotKeepable(definition, sources) : []];
        return new SavedSegment
        {
            Definition = definition,
            Faults = faults,
            Predicate = faults.IsEmpty ? SegmentPredicate<CandidateView>.OfReviewed(schema, reading.Rule!) : null,
            IsStored = isKept,
            Sources = sources,
        };
    }

    private static SegmentReading ReadingOf(SegmentDefinition definition, SegmentSchema<CandidateView> schema, SegmentTerms terms) =>
        definition.IsJson ? SegmentJson.Read(definition.Rule!, schema, terms) : SegmentText.Parse(definition.Rule!, schema, terms);

    internal static FieldSources SourcesOf(SegmentRule rule, SegmentSchema schema) =>
        UsedFields.Of(rule, schema).Where(field => schema.TryFind(field.Name, out var own) && ReferenceEquals(own, field)).Aggregate(FieldSources.None, (sources, field) => sources | FieldSource.Of(field));

    // Whether there is any touchpoint is known by the first one.
    private static FieldSources AnyTouchOf(SegmentRule rule) => TouchLeaves.Of(rule).OfType<HasValueRule>().Any() ? FieldSources.Contact : FieldSources.None;

    private static IEnumerable<SegmentFault> NotKeepable(SegmentDefinition definition, FieldSources sources)
    {
        var why = definition.Keeping == SegmentKeeping.Kept ? "is kept" : "is kept because a kept one refers to it";
        if (sources.HasFlag(FieldSources.Decay))
        {
            yield return NotKeepable($"The segment {definition.Key} {why}, but the number of a score changes with every moment. Ask for its band, or evaluate the segment on demand.");
        }
    }

    private static SegmentFault NotKeepable(string sentence) => new() { Code = RulesFaultCodes.SegmentNotKeepable, Where = string.Empty, Sentence = sentence };

    /// <summary>Puts those that others refer to before these. What is in a circle has a fault, and stands wherever it is met.</summary>
    private static IEnumerable<SavedSegment> Sorted(SavedSegment[] segments)
    {
        var byKey = segments.ToDictionary(each => each.Key);
        var met = new HashSet<SegmentKey>();
        var open = new Stack<(SavedSegment Segment, bool IsLeft)>();
        foreach (var segment in segments.OrderBy(each => each.Key.Value, StringComparer.Ordinal))
        {
            open.Push((segment, false));
            while (open.TryPop(out var at))
            {
                if (at.IsLeft)
                {
                    yield return at.Segment;
                }
                else if (met.Add(at.Segment.Key))
                {
                    open.Push((at.Segment, true));
                    Array.ForEach([.. at.Segment.References.Where(byKey.ContainsKey)], key => open.Push((byKey[key], false)));
                }
            }
        }
    }
}
