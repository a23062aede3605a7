using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>What was known of the person was erased, for good. This marks the relationship only: nothing is deleted by it.</summary>
[WireName("candidate.erased")]
public sealed record CandidateErased : IFact;
