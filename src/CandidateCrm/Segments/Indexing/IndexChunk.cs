using System.Collections.Concurrent;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Some thousand rows that lie together in the order of their ids. It never changes.</summary>
/// <param name="keys">The ids.</param>
/// <param name="table">The columns.</param>
/// <param name="kept">What is kept of each row for conditions that no column can say; null where there are none.</param>
internal sealed class IndexChunk<T>(KeyColumn keys, IndexTable table, T[]? kept)
{
    private readonly ConcurrentDictionary<(SegmentKey Segment, string What), ulong[]> _bits = [];

    /// <summary>So many rows are copied where one changes, and asked together.</summary>
    internal const int MostRows = 8_192;

    internal const int MostWords = MostRows / 64;

    internal int Rows => keys.Rows;

    internal KeyColumn Keys => keys;

    internal IndexTable Table => table;

    internal T[]? Kept => kept;

    internal long Bytes => ColumnBytes.OfObject + keys.Bytes + table.Bytes + ColumnBytes.Of(kept);

    /// <summary>Returns the rows of which something holds by what is kept of them; found out once.</summary>
    internal ReadOnlySpan<ulong> BitsOf((SegmentKey Segment, string What) name, Predicate<T> holds) => _bits.GetOrAdd(
        name,
        static (_, asked) =>
        {
            var bits = new ulong[(asked.Kept.Length + 63) / 64];
            for (var row = 0; row < asked.Kept.Length; row++)
            {
                bits[row >> 6] |= asked.Holds(asked.Kept[row]) ? 1UL << row : 0;
            }

            return bits;
        },
        (Kept: kept!, Holds: holds));

    internal IndexChunk<T> Slice(int from, int count) => new(keys.Slice(from, count), table.Slice(from, count), kept?[from..(from + count)]);

    internal IndexChunk<T> Splice(int at, int removed, IndexChunk<T> inserted) => new(
        keys.Splice(at, removed, inserted.Keys.ToArray(0, inserted.Rows)),
        table.Splice(at, removed, inserted.Table),
        kept is null ? null : [.. kept[..at], .. inserted.Kept!, .. kept[(at + removed)..]]);
}
