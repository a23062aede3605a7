using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>The candidate accepted and was hired.</summary>
[WireName("application.hired")]
public sealed record CandidateHired : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the first day of work, if known. It may lie in the future: it is a field, not the event's instant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public LocalDate? StartsOn { get; init; }
}
