using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>Somebody said, or found out, whether the person looks for another job.</summary>
[WireName("candidate.availability_stated")]
public sealed record AvailabilityStated : IFact
{
    /// <summary>Gets what holds from then on. The same as before changes nothing.</summary>
    public required Availability Availability { get; init; }
}
