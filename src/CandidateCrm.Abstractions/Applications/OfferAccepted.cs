using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>The candidate accepted the offer. The hire is a fact of its own.</summary>
[WireName("offer.accepted")]
public sealed record OfferAccepted : IOfferFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OfferId Offer { get; init; }
}
