using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>The candidate declined the offer, or takes an acceptance back.</summary>
[WireName("offer.declined")]
public sealed record OfferDeclined : IOfferFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OfferId Offer { get; init; }

    /// <summary>Gets why, if told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }
}
