using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A candidate left a kept segment.</summary>
[WireName("segment.left")]
public sealed record SegmentLeft : IDerivedEvent
{
    /// <summary>Gets the segment.</summary>
    public required SegmentKey Segment { get; init; }

    /// <summary>Gets the version of the segment's definition; 0 where the rules have the segment no more.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the instant from which on it holds.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets why.</summary>
    public required SegmentChangeCause Cause { get; init; }

    /// <summary>Gets the number of the stay in this segment, from 1 on.</summary>
    public required int Ordinal { get; init; }
}
