using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>One expectation, opened for one candidate, with its own clock. It keeps its due time and is judged by the version of the rule it was opened under.</summary>
public sealed record Promise
{
    /// <summary>Gets the name.</summary>
    public required PromiseKey Key { get; init; }

    /// <summary>Gets the version of the expectation it was opened under.</summary>
    public required int Version { get; init; }

    /// <summary>Gets when it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>Gets when it is due. Evidence at this very instant keeps it.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets the calendar that the due time was computed with.</summary>
    public required CalendarKey Calendar { get; init; }

    /// <summary>Gets the version of that calendar.</summary>
    public required int CalendarVersion { get; init; }

    /// <summary>Gets the version of the zone data that the due time was computed with.</summary>
    public required string ZoneDataVersion { get; init; }

    /// <summary>Gets the verdict so far: in a relationship only <see cref="PromiseState.Open"/> or <see cref="PromiseState.Broken"/> and not fulfilled since.</summary>
    public PromiseState State { get; init; }
}
