namespace CandidateCrm.Applications;

/// <summary>A fact about an offer. An application has one at a time.</summary>
public interface IOfferFact : IApplicationFact
{
    /// <summary>Gets the offer; unassigned where the host has no id for it: then the offer that the application has is meant.</summary>
    OfferId Offer { get; }
}
