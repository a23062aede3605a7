using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>
/// Somebody put a candidate into a segment by hand, took them out, or left it to the rule again. It holds through every change of data, time and rules until the next decision about that
/// segment; who decided is the actor of the fact. A segment that the rules do not have is noted as a finding, and the decision holds once they have it.
/// </summary>
[WireName("segment.membership_decided")]
public sealed record SegmentMembershipDecided : IFact
{
    /// <summary>Gets the segment.</summary>
    public required SegmentKey Segment { get; init; }

    /// <summary>Gets what was decided. The same as before renews who decided it, and why.</summary>
    public required SegmentDecision Decision { get; init; }

    /// <summary>Gets why.</summary>
    public required ReasonCode Reason { get; init; }
}
