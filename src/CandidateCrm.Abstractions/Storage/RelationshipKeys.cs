using System.Collections.Immutable;
using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>Names relationships of one tenant.</summary>
public sealed record RelationshipKeys
{
    /// <summary>Gets the tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Gets the candidates; each at most once.</summary>
    public required ImmutableArray<CandidateId> Candidates { get; init; }

    /// <summary>Names one relationship.</summary>
    public static RelationshipKeys Of(RelationshipKey key) => new() { Tenant = key.Tenant, Candidates = [key.Candidate] };
}
