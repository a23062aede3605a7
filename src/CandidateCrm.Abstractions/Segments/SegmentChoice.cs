using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>What was decided by hand about a candidate and a segment, and holds.</summary>
public sealed record SegmentChoice
{
    /// <summary>Gets the segment.</summary>
    public required SegmentKey Segment { get; init; }

    /// <summary>Gets a value indicating whether the candidate is in; otherwise they are not.</summary>
    public required bool IsIn { get; init; }

    /// <summary>Gets since when.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets who decided.</summary>
    public required Actor By { get; init; }

    /// <summary>Gets why.</summary>
    public required ReasonCode Reason { get; init; }
}
