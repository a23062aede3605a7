using System.Runtime.InteropServices;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Where the items of each row begin, and after the last row where they end.</summary>
internal sealed class Offsets
{
    private readonly ushort[]? _narrow;
    private readonly int[]? _wide;

    private Offsets(int[] starts)
    {
        if (starts[^1] <= ushort.MaxValue)
        {
            _narrow = Array.ConvertAll(starts, start => (ushort)start);
        }
        else
        {
            _wide = starts;
        }
    }

    internal int Rows => (_narrow?.Length ?? _wide!.Length) - 1;

    internal int Items => this[Rows];

    internal long Bytes => ColumnBytes.OfObject + ColumnBytes.Of(_narrow) + ColumnBytes.Of(_wide);

    internal int this[int row] => _narrow is { } narrow ? narrow[row] : _wide![row];

    internal static Offsets Of(IReadOnlyList<int> counts)
    {
        var starts = new int[counts.Count + 1];
        for (var row = 0; row < counts.Count; row++)
        {
            starts[row + 1] = starts[row] + counts[row];
        }

        return new Offsets(starts);
    }

    internal int CountOf(int row) => this[row + 1] - this[row];

    /// <summary>Returns the row that an item belongs to, at or after a row.</summary>
    internal int RowOf(int item, int from)
    {
        var (low, high) = (from, Rows - 1);
        for (var step = 1; low + step < high && this[low + step] <= item; step *= 2)
        {
            low += step;
        }

        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = this[middle] <= item ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    internal int[] Counts(int from, int count)
    {
        var counts = new int[count];
        for (var row = 0; row < count; row++)
        {
            counts[row] = CountOf(from + row);
        }

        return counts;
    }

    internal void Write(IndexWriter writer) => writer.Write(MemoryMarshal.AsBytes<int>(Counts(0, Rows)));

    internal static Offsets Read(IndexReader reader, int rows, int most)
    {
        var counts = MemoryMarshal.Cast<byte, int>(reader.ReadBytes(checked(rows * sizeof(int)))).ToArray();
        var all = 0L;
        foreach (var count in counts)
        {
            IndexReader.Check(count >= 0);
            all += count;
        }

        IndexReader.Check(all <= most);
        return Of(counts);
    }
}
