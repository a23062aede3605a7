namespace CandidateCrm.Segments.Indexing;

/// <summary>One row after the other, for processors without vectors.</summary>
internal sealed class SingleLane : Lanes
{
    internal override void And(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] &= other[word];
        }
    }

    internal override void Or(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] |= other[word];
        }
    }

    protected override void Turn(Span<ulong> bits)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] = ~bits[word];
        }
    }

    protected override void AddRange<TCode>(ReadOnlySpan<TCode> codes, TCode low, TCode length, Span<ulong> bits) => AddRest(codes, 0, (low, length), bits);
}
