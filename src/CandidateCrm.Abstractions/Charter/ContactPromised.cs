using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Somebody told the candidate when they will hear from us, such as «we call you on Friday at 13:00».</summary>
[WireName("charter.contact_promised")]
public sealed record ContactPromised : IFact
{
    /// <summary>Gets the application it belongs to, if any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JobApplicationId Application { get; init; }

    /// <summary>Gets the promised instant, floored to microseconds.</summary>
    public required Instant DueAt { get; init => field = Microseconds.Floor(value); }
}
