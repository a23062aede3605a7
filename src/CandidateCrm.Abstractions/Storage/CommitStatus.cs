namespace CandidateCrm.Storage;

/// <summary>What became of a commit.</summary>
public enum CommitStatus
{
    /// <summary>All of it was written.</summary>
    Committed,

    /// <summary>Nothing was written, documents and claims included: the same facts and acts are there already, with the same content.</summary>
    Replayed,

    /// <summary>Nothing was written: a relationship or a document has another revision. Load, decide again, try again.</summary>
    RevisionConflict,

    /// <summary>Nothing was written: an event id of the commit is taken by something else, or a claim of it is there.</summary>
    AlreadyClaimed,

    /// <summary>Nothing was written: newer rules of the tenant are known. Decide again.</summary>
    RulesChanged,

    /// <summary>Nothing was written: somebody else holds the alarm, effect or document by now.</summary>
    LeaseLost,
}
