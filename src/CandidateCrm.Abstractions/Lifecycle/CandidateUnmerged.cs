using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>The candidate was not the other one after all, and is somebody of their own again.</summary>
[WireName("candidate.unmerged")]
public sealed record CandidateUnmerged : IFact;
