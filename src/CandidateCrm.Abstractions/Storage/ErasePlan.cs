using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>What to erase of one candidate.</summary>
public sealed record ErasePlan
{
    /// <summary>Gets whose data.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets how much.</summary>
    public required EraseScope Scope { get; init; }
}
