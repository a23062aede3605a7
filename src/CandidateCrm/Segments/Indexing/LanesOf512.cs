using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Vectors of 512 bits.</summary>
internal sealed class LanesOf512 : Lanes
{
    internal static bool IsFast => Vector512.IsHardwareAccelerated;

    internal override void And(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        var word = 0;
        for (; word <= bits.Length - Vector512<ulong>.Count; word += Vector512<ulong>.Count)
        {
            (Vector512.Create<ulong>(bits[word..]) & Vector512.Create(other[word..])).CopyTo(bits[word..]);
        }

        for (; word < bits.Length; word++)
        {
            bits[word] &= other[word];
        }
    }

    internal override void Or(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        var word = 0;
        for (; word <= bits.Length - Vector512<ulong>.Count; word += Vector512<ulong>.Count)
        {
            (Vector512.Create<ulong>(bits[word..]) | Vector512.Create(other[word..])).CopyTo(bits[word..]);
        }

        for (; word < bits.Length; word++)
        {
            bits[word] |= other[word];
        }
    }

    protected override void Turn(Span<ulong> bits)
    {
        var word = 0;
        for (; word <= bits.Length - Vector512<ulong>.Count; word += Vector512<ulong>.Count)
        {
            (~Vector512.Create<ulong>(bits[word..])).CopyTo(bits[word..]);
        }

        for (; word < bits.Length; word++)
        {
            bits[word] = ~bits[word];
        }
    }

    protected override void AddRange<TCode>(ReadOnlySpan<TCode> codes, TCode low, TCode length, Span<ulong> bits)
    {
        var (from, most) = (Vector512.Create(low), Vector512.Create(length));
        ref var first = ref MemoryMarshal.GetReference(codes);
        var words = codes.Length / 64;
        for (var word = 0; word < words; word++)
        {
            var found = 0UL;
            for (var lane = 0; lane < 64; lane += Vector512<TCode>.Count)
            {
                var vector = Vector512.LoadUnsafe(ref first, (nuint)((word * 64) + lane));
                found |= (ulong)Vector512.LessThanOrEqual(vector - from, most).ExtractMostSignificantBits() << lane;
            }

            bits[word] |= found;
        }

        AddRest(codes, words * 64, (low, length), bits);
    }
}
