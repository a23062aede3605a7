using CandidateCrm.Candidates;

namespace CandidateCrm.Engagement;

/// <summary>A candidate with a score.</summary>
public sealed record RankedCandidate
{
    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the score, exact.</summary>
    public required decimal Score { get; init; }

    /// <summary>Gets the band; unassigned where the model has none.</summary>
    public BandKey Band { get; init; }
}
