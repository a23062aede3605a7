using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>The date came until which a person was set aside. A snooze that was ended, or replaced, brings none.</summary>
[WireName("lifecycle.snooze_over")]
public sealed record SnoozeOver : IDerivedEvent
{
    /// <summary>Gets the date.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Gets the number of the snooze, from 1 on.</summary>
    public required int Ordinal { get; init; }
}
