namespace CandidateCrm.Applications;

/// <summary>How an offer stands.</summary>
public enum OfferStatus
{
    /// <summary>It is being drawn up or approved.</summary>
    Prepared,

    /// <summary>It was made, and we wait for the answer.</summary>
    Made,

    /// <summary>The candidate accepted it.</summary>
    Accepted,

    /// <summary>The candidate declined it.</summary>
    Declined,

    /// <summary>We took it back.</summary>
    Withdrawn,

    /// <summary>Nobody answered in time.</summary>
    Expired,
}
