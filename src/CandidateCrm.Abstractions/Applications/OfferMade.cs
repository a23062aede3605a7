using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>An offer was made to the candidate; made again, it is revised.</summary>
[WireName("offer.made")]
public sealed record OfferMade : IOfferFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OfferId Offer { get; init; }

    /// <summary>Gets the version of the offer, from 1 on; 0 where the host does not count them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Version { get; init; }

    /// <summary>
    /// Gets until when an answer counts, that instant included; null for no end. A host that knows only a date gives the end of that date where
    /// the candidate is.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? AnswerBy { get; init => field = value is { } at ? Microseconds.Floor(at) : null; }

    /// <summary>Gets the first day of work that is offered, if any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalDate? StartsOn { get; init; }
}
