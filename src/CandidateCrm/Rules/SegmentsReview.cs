using CandidateCrm.Segments;

namespace CandidateCrm.Rules;

/// <summary>Says what is wrong with the segments that rules save. Justifications of proxies are judged with the instant from which the rules are in force, by <see cref="RulesSurroundings"/>.</summary>
internal static class SegmentsReview
{
    /// <summary>The largest number of segments.</summary>
    internal const int Most = 1_000;

    /// <summary>The largest number of segments that are kept.</summary>
    internal const int MostKept = 100;

    internal static IEnumerable<RulesFault> FaultsOf(CrmRules rules)
    {
        if (rules.Segments.IsEmpty)
        {
            return [];
        }

        var known = rules.Segments.Where(segment => segment.Key.IsAssigned).ToArray();
        var segments = TenantSegments.Of(rules);
        return rules.Segments.Where(segment => !segment.Key.IsAssigned).Select(_ => RulesReview.Unnamed("segments"))
            .Concat(segments.All.SelectMany(FaultsOf))
            .Concat(RulesReview.Twice("segment", known.Select(segment => segment.Key.Value)))
            .Concat(TooMany(rules.Segments.Length, Most, "segments"))
            .Concat(TooMany(segments.Kept.Length, MostKept, "kept segments"));
    }

    private static IEnumerable<RulesFault> FaultsOf(SavedSegment segment) =>
        segment.Faults.Select(fault => RulesReview.Fault(fault.Code, fault.Where.Length == 0 ? $"segment {segment.Key}" : $"segment {segment.Key}: {fault.Where}", fault.Sentence));

    private static IEnumerable<RulesFault> TooMany(int count, int most, string what) =>
        count <= most ? [] : [RulesReview.Fault(RulesFaultCodes.SegmentsTooMany, "segments", FormattableString.Invariant($"Rules have at most {most} {what}, but these have {count}."))];
}
