using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>The person was set aside until a date: «not before». A second one replaces the first.</summary>
[WireName("candidate.snoozed")]
public sealed record CandidateSnoozed : IFact
{
    /// <summary>Gets the date to come back: the snooze is over at its start in the tenant's zone. It lies after the date of the fact.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Gets why, as a code; unassigned where nobody said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }
}
