using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>The time to answer the offer is over. Where the offer says until when, the library finds that by itself.</summary>
[WireName("offer.expired")]
public sealed record OfferExpired : IOfferFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OfferId Offer { get; init; }
}
