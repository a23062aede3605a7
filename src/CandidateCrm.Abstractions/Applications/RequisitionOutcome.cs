namespace CandidateCrm.Applications;

/// <summary>What came of saving, closing or re-opening a requisition.</summary>
public enum RequisitionOutcome
{
    /// <summary>It was written.</summary>
    Written,

    /// <summary>It was so already; nothing was written.</summary>
    Unchanged,

    /// <summary>Nothing was written; the faults say why.</summary>
    Refused,
}
