using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A candidate in a kept segment.</summary>
public sealed record SegmentMember
{
    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets since when.</summary>
    public required Instant Since { get; init; }
}
