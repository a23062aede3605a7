using System.Collections.Immutable;
using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>Everything that one decision changes: written as a whole, or not at all.</summary>
public sealed record CrmCommit
{
    /// <summary>The largest number of relationships in one commit.</summary>
    public const int MostRelationships = 64;

    /// <summary>The largest number of documents in one commit.</summary>
    public const int MostDocuments = 64;

    /// <summary>The number of checkpoints that a store keeps of one relationship: the newest ones by their cursors.</summary>
    public const int MostCheckpoints = 4;

    /// <summary>Gets the tenant; everything in the commit is its own.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Gets the relationships: up to 64, each once. None only where there are documents or claims.</summary>
    public required ImmutableArray<RelationshipChange> Relationships
    {
        get;
        init => field = value is { IsDefault: false, Length: <= MostRelationships }
            ? value
            : throw new ArgumentException($"A commit changes at most {MostRelationships} relationships; more is a job.", nameof(value));
    }

    /// <summary>Gets the documents: up to 64, each once.</summary>
    public ImmutableArray<DocumentChange> Documents
    {
        get;
        init => field = value is { IsDefault: false, Length: <= MostDocuments }
            ? value
            : throw new ArgumentException($"A commit changes at most {MostDocuments} documents.", nameof(value));
    } = [];

    /// <summary>Gets what happens once and now has happened: each claim once.</summary>
    public ImmutableArray<Claim> Claims
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Gets the position of the activation log that it was decided under.</summary>
    public required long RulesPosition { get; init; }

    /// <summary>Gets the lease under which it was decided, if any: a newer one wins.</summary>
    public Lease? Lease { get; init; }

    /// <summary>
    /// Gets the lease on a document under which it was decided, if any. The commit finishes it where it moves or clears the document's due
    /// time, or removes the document; otherwise the lease stays, so that a job may go on with its next page.
    /// </summary>
    public DocumentLease? DocumentLease { get; init; }
}
