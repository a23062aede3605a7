using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>One segment of a tenant, read over the tenant's fields.</summary>
internal sealed class SavedSegment
{
    internal required SegmentDefinition Definition { get; init; }

    internal SegmentKey Key => Definition.Key;

    /// <summary>Gets everything that is wrong with the rule.</summary>
    internal required ImmutableArray<SegmentFault> Faults { get; init; }

    /// <summary>Gets the rule made ready; null for a segment without one, and for one with faults.</summary>
    internal SegmentPredicate<CandidateView>? Predicate { get; init; }

    /// <summary>Gets a value indicating whether membership is stored: the segment is kept, a kept one refers to it, or its members are only put in by hand.</summary>
    internal required bool IsStored { get; init; }

    /// <summary>Gets what the rule reads of a relationship.</summary>
    internal required FieldSources Sources { get; init; }

    internal ImmutableArray<SegmentKey> References => Predicate?.References ?? [];
}
