using System.Collections.Immutable;

namespace CandidateCrm.Segments.Queries;

/// <summary>What is left of a rule, as one rule that can be judged, saved and read like any other.</summary>
internal static class Residuals
{
    /// <summary>Joins what is left over; null where nothing is. What would be deeper than a rule may be is the whole rule.</summary>
    internal static SegmentRule? Of(SegmentRule whole, ImmutableArray<SegmentRule> left)
    {
        if (left.IsEmpty)
        {
            return null;
        }

        var joined = SegmentRule.All(left);
        return joined.Depth <= SegmentRule.DeepestNesting ? joined : whole;
    }
}
