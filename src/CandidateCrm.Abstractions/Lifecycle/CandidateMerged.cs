using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>The candidate turned out to be another one who is known already, and goes on under that one's id. This marks the relationship only; timelines are not united by it.</summary>
[WireName("candidate.merged")]
public sealed record CandidateMerged : IFact
{
    /// <summary>Gets the candidate under whom the person goes on: another one than this.</summary>
    public required CandidateId Into { get; init; }
}
