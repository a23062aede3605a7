using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Instants as nanoseconds since the Unix epoch, which is all that decay needs.</summary>
internal static class ElapsedTime
{
    internal const long NanosPerSecond = 1_000_000_000;
    internal const long NanosPerMicrosecond = 1_000;

    // The seconds whose nanoseconds fit into a long, with room for the fraction.
    private const long LongSeconds = 9_223_372_035;

    internal static readonly Int128 Latest = NanosOf(Instant.MaxValue);

    internal static Int128 NanosOf(Instant at)
    {
        var (seconds, nanos) = at.ToUnixTimeSecondsAndNanoseconds();
        return seconds is > -LongSeconds and < LongSeconds
            ? (seconds * NanosPerSecond) + nanos
            : ((Int128)seconds * NanosPerSecond) + nanos;
    }

    internal static Instant InstantOf(Int128 nanos)
    {
        var seconds = FloorSeconds(nanos);
        return Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds((long)(nanos - ((Int128)seconds * NanosPerSecond)));
    }

    internal static bool IsWholeSecond(Int128 nanos) => nanos == (Int128)FloorSeconds(nanos) * NanosPerSecond;

    internal static long FloorSeconds(Int128 nanos) => FloorDivide(nanos, NanosPerSecond, out _);

    /// <summary>Divides towards the start of time; the rest is 0 or more.</summary>
    internal static long FloorDivide(Int128 nanos, long width, out long rest)
    {
        if (nanos >= long.MinValue && nanos <= long.MaxValue)
        {
            var (quotient, remainder) = Math.DivRem((long)nanos, width);
            rest = remainder < 0 ? remainder + width : remainder;
            return remainder < 0 ? quotient - 1 : quotient;
        }

        var (wide, left) = Int128.DivRem(nanos, width);
        rest = (long)(left < 0 ? left + width : left);
        return (long)(left < 0 ? wide - 1 : wide);
    }
}
