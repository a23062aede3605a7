using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>A person is set aside until a date.</summary>
public sealed record Snooze
{
    /// <summary>Gets since when.</summary>
    public required Instant Since { get; init; }

    /// <summary>Gets the date to come back.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Gets the start of that date in the zone that the tenant had when the snooze was told: then it is over.</summary>
    public required Instant EndsAt { get; init; }

    /// <summary>Gets why; unassigned where nobody said.</summary>
    public ReasonCode Reason { get; init; }
}
