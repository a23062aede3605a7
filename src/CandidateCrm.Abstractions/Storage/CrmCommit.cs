using System.Collections.Immutable;
using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>Everything that one decision changes: written as a whole, or not at all.</summary>
public sealed record CrmCommit
{
    /// <summary>The largest number of relationships in one commit.</summary>
    public const int MostRelationships = 64;

    /// <summary>Gets the tenant; every relationship of the commit is its own.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Gets the relationships: 1 to 64, each once.</summary>
    public required ImmutableArray<RelationshipChange> Relationships
    {
        get;
        init => field = value is { IsDefault: false, Length: >= 1 and <= MostRelationships }
            ? value
            : throw new ArgumentException($"A commit changes 1 to {MostRelationships} relationships; more is a job.", nameof(value));
    }

    /// <summary>Gets the position of the activation log that it was decided under.</summary>
    public required long RulesPosition { get; init; }

    /// <summary>Gets the lease under which it was decided, if any: a newer one wins.</summary>
    public Lease? Lease { get; init; }
}
