using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;

namespace GreenhouseBridge;

/// <summary>One fact that was told to the library, and what the library said.</summary>
internal sealed record ToldFact
{
    public required CandidateId Candidate { get; init; }

    public required EventId Id { get; init; }

    public required IFact Fact { get; init; }

    public required RecordStatus Status { get; init; }

    /// <summary>Gets the codes of the findings that followed.</summary>
    public ImmutableArray<string> Findings { get; init; } = [];
}
