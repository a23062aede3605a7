using CandidateCrm.Candidates;

namespace CandidateCrm.Jobs;

/// <summary>A relationship that a job had to pass over.</summary>
public readonly record struct JobFailure
{
    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the kind of the error, never its message.</summary>
    public required string Code { get; init; }
}
