using System.Numerics;
using System.Runtime.InteropServices;

namespace CandidateCrm.Segments.Indexing;

/// <summary>What is done to many rows at once, as wide as the processor can. Each width gives the same bits; a bit beyond the last row is zero.</summary>
internal abstract class Lanes
{
    /// <summary>Gets the widest that the processor has.</summary>
    internal static Lanes Best { get; } = LanesOf512.IsFast ? new LanesOf512() : LanesOf256.IsFast ? new LanesOf256() : LanesOf128.IsFast ? new LanesOf128() : new SingleLane();

    /// <summary>Gets every width, also those that this processor only imitates.</summary>
    internal static IReadOnlyList<Lanes> All { get; } = [new SingleLane(), new LanesOf128(), new LanesOf256(), new LanesOf512()];

    /// <summary>Adds the rows whose code lies in [low, high] to the bits.</summary>
    internal void AddRange(Codes codes, int low, int high, Span<ulong> bits)
    {
        if (low > high)
        {
            return;
        }

        if (codes.Narrow is { } narrow)
        {
            AddRange<byte>(narrow, (byte)low, (byte)(high - low), bits);
        }
        else if (codes.Middle is { } middle)
        {
            AddRange<ushort>(middle, (ushort)low, (ushort)(high - low), bits);
        }
        else
        {
            AddRange<uint>(MemoryMarshal.Cast<int, uint>(codes.Wide), (uint)low, (uint)(high - low), bits);
        }
    }

    internal abstract void And(Span<ulong> bits, ReadOnlySpan<ulong> other);

    internal abstract void Or(Span<ulong> bits, ReadOnlySpan<ulong> other);

    /// <summary>Turns each bit of a row round.</summary>
    internal void Not(Span<ulong> bits, int rows)
    {
        Turn(bits);
        if (rows % 64 != 0)
        {
            bits[^1] &= (1UL << (rows % 64)) - 1;
        }
    }

    protected abstract void Turn(Span<ulong> bits);

    protected abstract void AddRange<TCode>(ReadOnlySpan<TCode> codes, TCode low, TCode length, Span<ulong> bits)
        where TCode : unmanaged, IBinaryInteger<TCode>;

    /// <summary>Adds the rows from one on, one after the other.</summary>
    protected static void AddRest<TCode>(ReadOnlySpan<TCode> codes, int from, (TCode Low, TCode Length) range, Span<ulong> bits)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        for (var row = from; row < codes.Length; row++)
        {
            bits[row >> 6] |= unchecked(codes[row] - range.Low) <= range.Length ? 1UL << row : 0;
        }
    }
}
