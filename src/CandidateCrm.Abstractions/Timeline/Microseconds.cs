using NodaTime;

namespace CandidateCrm.Timeline;

/// <summary>The line counts microseconds: every instant is floored to them before it is folded, stored or compared.</summary>
public static class Microseconds
{
    private const long TicksPerMicrosecond = 10;

    /// <summary>Returns whole microseconds since 1970-01-01T00:00Z, rounded towards the past.</summary>
    public static long ToMicros(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        var micros = ticks / TicksPerMicrosecond;
        return ticks % TicksPerMicrosecond < 0 ? micros - 1 : micros;
    }

    /// <summary>Returns the instant of whole microseconds since 1970-01-01T00:00Z.</summary>
    public static Instant ToInstant(long micros)
    {
        // The start of the line lies before every instant.
        var least = Instant.MinValue.ToUnixTimeTicks() / TicksPerMicrosecond;
        return micros <= least ? Instant.MinValue : Instant.FromUnixTimeTicks(micros * TicksPerMicrosecond);
    }

    /// <summary>Returns the instant, floored to microseconds.</summary>
    public static Instant Floor(Instant instant) => ToInstant(ToMicros(instant));
}
