namespace CandidateCrm.Applications;

/// <summary>Whether people are sought for a requisition.</summary>
public enum RequisitionStatus
{
    /// <summary>People are sought.</summary>
    Open = 0,

    /// <summary>Nobody is sought for now; those in process wait.</summary>
    OnHold = 1,

    /// <summary>It is over: those in process get an answer.</summary>
    Closed = 2,
}
