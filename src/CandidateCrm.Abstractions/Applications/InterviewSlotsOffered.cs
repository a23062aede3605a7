using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>The candidate was given dates to choose from. Booked is the interview once it is scheduled, by whomever; until then it has no date.</summary>
[WireName("interview.slots_offered")]
public sealed record InterviewSlotsOffered : IInterviewFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets until when the candidate may choose, that instant included; null for no end. What is booked later counts all the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? Until { get; init => field = value is { } at ? Microseconds.Floor(at) : null; }
}
