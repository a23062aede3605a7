using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>The first trace of a candidate, or a further one: where we found them or they found us.</summary>
[WireName("candidate.found")]
public sealed record CandidateFound : IFact
{
    /// <summary>Gets where from.</summary>
    public required SourceCode Source { get; init; }
}
