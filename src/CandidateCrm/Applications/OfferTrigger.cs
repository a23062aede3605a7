namespace CandidateCrm.Applications;

/// <summary>What happens to an offer.</summary>
public enum OfferTrigger
{
    /// <summary>It is drawn up, or a new version of it.</summary>
    Prepare,

    /// <summary>It is made, or revised.</summary>
    Make,

    /// <summary>The candidate accepts it.</summary>
    Accept,

    /// <summary>The candidate declines it, or takes an acceptance back.</summary>
    Decline,

    /// <summary>We take it back.</summary>
    Withdraw,

    /// <summary>The time to answer is over.</summary>
    Expire,
}
