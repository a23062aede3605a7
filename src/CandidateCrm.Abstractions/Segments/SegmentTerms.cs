using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>What a rule is judged by, beside the schema.</summary>
public sealed record SegmentTerms
{
    /// <summary>Gets the instant at which justifications of proxies have to be in force.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Gets what the rule is for.</summary>
    public SegmentUse Use { get; init; } = SegmentUse.OnDemand;

    /// <summary>
    /// Gets the segments that there are, each with its rule, or null where its members are only put in by hand. Null: references are taken
    /// as they are, and are neither looked up nor looked through.
    /// </summary>
    public IReadOnlyDictionary<SegmentKey, SegmentRule?>? Segments { get; init; }

    /// <summary>Gets the segment as which the rule is to be saved, so that no circle leads back to it; null for none.</summary>
    public SegmentKey? SavedAs { get; init; }
}
