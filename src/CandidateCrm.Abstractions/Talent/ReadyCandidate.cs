using CandidateCrm.Candidates;

namespace CandidateCrm.Talent;

/// <summary>Somebody who could be hired now if an opening came.</summary>
public sealed record ReadyCandidate
{
    /// <summary>Gets who.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets what their readiness rests on.</summary>
    public required Readiness Readiness { get; init; }
}
