using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>Somebody said, or found out, how much the person wants to change the job.</summary>
[WireName("candidate.interest_stated")]
public sealed record InterestStated : IFact
{
    /// <summary>Gets what holds from then on. The same as before changes nothing.</summary>
    public required InterestLevel Level { get; init; }
}
