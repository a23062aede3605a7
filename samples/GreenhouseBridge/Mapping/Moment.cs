using CandidateCrm.Timeline;
using NodaTime;

namespace GreenhouseBridge.Mapping;

/// <summary>When something happened, as far as the payload says it.</summary>
internal readonly record struct Moment
{
    internal required Instant At { get; init; }

    internal Precision Precision { get; private init; }

    internal static Moment Of(Instant at) => new() { At = at };

    /// <summary>Makes the moment of a date, which the library moves to the start of the date in the zone of the tenant.</summary>
    internal static Moment Of(LocalDate date, DateTimeZone zone) => new() { At = zone.AtStartOfDay(date).ToInstant(), Precision = Precision.Day };

    internal static Moment? OfInstant(Instant? at) => at is { } instant ? Of(instant) : null;
}
