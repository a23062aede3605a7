using System.Numerics;

namespace CandidateCrm.Engagement;

/// <summary>One half-life, prepared so that the place of an instant inside its block needs no second division.</summary>
internal sealed class HalfLifePlan
{
    /// <summary>A block this far back or further counts nothing.</summary>
    internal const int LiveBlocks = 64;

    private readonly ulong _reciprocal;
    private readonly int _shift;

    internal HalfLifePlan(long nanos)
    {
        Nanos = nanos;
        var bits = 64 - BitOperations.LeadingZeroCount((ulong)nanos);
        _reciprocal = (ulong)(((UInt128.One << (63 + bits)) - 1) / (ulong)nanos);
        _shift = bits - 1;
    }

    internal long Nanos { get; }

    /// <summary>Returns the block of an instant and how far into it the instant lies, in units of 2^-64 of the half-life (cut off by at most two units).</summary>
    internal long Locate(Int128 at, out ulong fraction)
    {
        var block = at >= 0 && at <= long.MaxValue ? Divide((ulong)at, out var rest) : ElapsedTime.FloorDivide(at, Nanos, out rest);
        fraction = (ulong)(FixedPoint.Product((ulong)rest, _reciprocal) >> _shift);
        return block;
    }

    /// <summary>Divides by multiplying with the reciprocal, which is cut off, so that the quotient can be one short.</summary>
    private long Divide(ulong at, out long rest)
    {
        var quotient = (long)(Math.BigMul(at, _reciprocal, out _) >> _shift);
        rest = (long)at - (quotient * Nanos);
        if (rest >= Nanos)
        {
            rest -= Nanos;
            quotient++;
        }

        return quotient;
    }
}
