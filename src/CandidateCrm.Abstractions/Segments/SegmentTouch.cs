using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A touchpoint that kept segments still need, with what rules can ask of it.</summary>
public sealed record SegmentTouch
{
    /// <summary>Gets when it was.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets what was told; without whether an answer is awaited and what it answers, for no rule asks that.</summary>
    public required TouchpointRecorded Told { get; init; }
}
