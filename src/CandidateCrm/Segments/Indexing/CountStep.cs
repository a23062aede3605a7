using System.Numerics;
using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Indexing;

/// <summary>How many items of each row a step over the items holds for.</summary>
internal sealed class CountStep((string Field, int Place) list, int where, CountRule rule) : IndexStep
{
    private readonly CountTarget _target = new(rule.Mode, rule.Threshold);

    internal override void Run(IndexFrame frame, Span<ulong> bits)
    {
        var column = (ListColumn)frame.Table[list.Place];
        var items = frame.ItemsOf(list.Field, where);
        if (rule.Mode is CountMode.Some or CountMode.None)
        {
            column.AddRowsOf(items, bits);
            if (rule.Mode == CountMode.None)
            {
                frame.Lanes.Not(bits, frame.Table.Rows);
            }

            return;
        }

        for (int row = 0, from = 0; row < frame.Table.Rows; row++)
        {
            var to = column.Offsets[row + 1];
            bits[row >> 6] |= _target.IsMet(Count(items, from, to), to - from) ? 1UL << row : 0;
            from = to;
        }
    }

    /// <summary>Counts the bits in [from, to).</summary>
    private static int Count(ReadOnlySpan<ulong> bits, int from, int to)
    {
        if (from == to)
        {
            return 0;
        }

        var (first, last) = (from >> 6, (to - 1) >> 6);
        var (head, tail) = (ulong.MaxValue << from, ulong.MaxValue >> (63 - ((to - 1) & 63)));
        if (first == last)
        {
            return BitOperations.PopCount(bits[first] & head & tail);
        }

        var count = BitOperations.PopCount(bits[first] & head) + BitOperations.PopCount(bits[last] & tail);
        for (var word = first + 1; word < last; word++)
        {
            count += BitOperations.PopCount(bits[word]);
        }

        return count;
    }
}
