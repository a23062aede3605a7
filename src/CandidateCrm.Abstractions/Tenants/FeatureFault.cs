using CandidateCrm.Candidates;
using CandidateCrm.Relationships;

namespace CandidateCrm.Tenants;

/// <summary>A feature that failed for a candidate, and rests until it is tried again.</summary>
public sealed record FeatureFault
{
    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets what failed, with which code and when.</summary>
    public required SliceFault Fault { get; init; }
}
