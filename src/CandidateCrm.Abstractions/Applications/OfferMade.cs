using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An offer was made to the candidate.</summary>
[WireName("offer.made")]
public sealed record OfferMade : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }
}
