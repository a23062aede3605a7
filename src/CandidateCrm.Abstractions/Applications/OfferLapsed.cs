using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>The time to answer an offer is over.</summary>
[WireName("offer.lapsed")]
public sealed record OfferLapsed : IDerivedEvent
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the offer, where the host has an id for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OfferId Offer { get; init; }

    /// <summary>Gets until when an answer counted.</summary>
    public required Instant AnswerBy { get; init; }

    /// <summary>Gets which making of an offer of this application it was, from 1 on.</summary>
    public required int Ordinal { get; init; }
}
