namespace CandidateCrm.Storage;

/// <summary>What a commit changes of one document.</summary>
public sealed record DocumentChange
{
    /// <summary>Gets the document as it is to be. The store gives it the next revision.</summary>
    public required TenantDocument Next { get; init; }

    /// <summary>Gets the revision that must be there; 0 for a new document.</summary>
    public required long ExpectedRevision { get; init; }

    /// <summary>Gets a value indicating whether the document is removed instead, and its lease with it; it must be there.</summary>
    public bool Remove { get; init; }
}
