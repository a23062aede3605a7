using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>The offer was deleted at the host; the application has none.</summary>
[WireName("offer.removed")]
public sealed record OfferRemoved : IOfferFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OfferId Offer { get; init; }
}
