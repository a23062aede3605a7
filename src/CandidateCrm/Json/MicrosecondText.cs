using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Instants of states: whole microseconds since 1970-01-01T00:00Z.</summary>
internal static class MicrosecondText
{
    private static readonly long Least = Microseconds.ToMicros(Instant.MinValue);
    private static readonly long Greatest = Microseconds.ToMicros(Instant.MaxValue);

    internal static Instant InstantOf(long micros) =>
        micros >= Least && micros <= Greatest
            ? Microseconds.ToInstant(micros)
            : throw new DocumentFault("A number of microseconds lies beyond the line of time.");
}
