using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>How a candidate stands to one kept segment.</summary>
public sealed record SegmentStanding
{
    /// <summary>Gets the segment.</summary>
    public required SegmentKey Segment { get; init; }

    /// <summary>Gets since when the candidate is in; null while they are not.</summary>
    public Instant? Since { get; init; }

    /// <summary>Gets the version of the segment's definition under which the candidate came in last; 0 before the first time.</summary>
    public int Version { get; init; }

    /// <summary>Gets how often the candidate came in.</summary>
    public int Stays { get; init; }

    /// <summary>Gets when the answer of the rule changes by time alone; null for never, and while people decide.</summary>
    public Instant? FlipsAt { get; init; }

    /// <summary>Gets a value indicating whether the candidate is in.</summary>
    public bool IsMember => Since is not null;
}
