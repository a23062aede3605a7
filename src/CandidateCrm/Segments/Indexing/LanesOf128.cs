using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Vectors of 128 bits.</summary>
internal sealed class LanesOf128 : Lanes
{
    internal static bool IsFast => Vector128.IsHardwareAccelerated;

    internal override void And(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        var word = 0;
        for (; word <= bits.Length - Vector128<ulong>.Count; word += Vector128<ulong>.Count)
        {
            (Vector128.Create<ulong>(bits[word..]) & Vector128.Create(other[word..])).CopyTo(bits[word..]);
        }

        for (; word < bits.Length; word++)
        {
            bits[word] &= other[word];
        }
    }

    internal override void Or(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        var word = 0;
        for (; word <= bits.Length - Vector128<ulong>.Count; word += Vector128<ulong>.Count)
        {
            (Vector128.Create<ulong>(bits[word..]) | Vector128.Create(other[word..])).CopyTo(bits[word..]);
        }

        for (; word < bits.Length; word++)
        {
            bits[word] |= other[word];
        }
    }

    protected override void Turn(Span<ulong> bits)
    {
        var word = 0;
        for (; word <= bits.Length - Vector128<ulong>.Count; word += Vector128<ulong>.Count)
        {
            (~Vector128.Create<ulong>(bits[word..])).CopyTo(bits[word..]);
        }

        for (; word < bits.Length; word++)
        {
            bits[word] = ~bits[word];
        }
    }

    protected override void AddRange<TCode>(ReadOnlySpan<TCode> codes, TCode low, TCode length, Span<ulong> bits)
    {
        var (from, most) = (Vector128.Create(low), Vector128.Create(length));
        ref var first = ref MemoryMarshal.GetReference(codes);
        var words = codes.Length / 64;
        for (var word = 0; word < words; word++)
        {
            var found = 0UL;
            for (var lane = 0; lane < 64; lane += Vector128<TCode>.Count)
            {
                var vector = Vector128.LoadUnsafe(ref first, (nuint)((word * 64) + lane));
                found |= (ulong)Vector128.LessThanOrEqual(vector - from, most).ExtractMostSignificantBits() << lane;
            }

            bits[word] |= found;
        }

        AddRest(codes, words * 64, (low, length), bits);
    }
}
