using System.Numerics;

namespace CandidateCrm.Segments.Indexing;

/// <summary>
/// A column of sets or collections: the items of all rows one after the other in a table of their own, and where those of each row begin. Of a set the
/// elements that many rows have also have a bit for each row.
/// </summary>
internal sealed class ListColumn : IndexColumn
{
    /// <summary>An element that at least one row in so many has gets its bits.</summary>
    private const int Often = 16;

    private readonly Codes? _elements;
    private readonly ulong[]?[] _postings = [];

    internal ListColumn(Offsets offsets, IndexTable items, bool isSet)
    {
        (Offsets, Items) = (offsets, items);
        if (isSet)
        {
            _elements = items.ElementCodes(out var values);
            _postings = Posted(_elements, offsets, values);
        }
    }

    internal Offsets Offsets { get; }

    internal IndexTable Items { get; }

    internal override int Rows => Offsets.Rows;

    internal override long Bytes => ColumnBytes.OfObject + Offsets.Bytes + Items.Bytes + ColumnBytes.Of(_postings) + _postings.Sum(ColumnBytes.Of);

    internal override ListColumn Slice(int from, int count) => new(
        Offsets.Of(Offsets.Counts(from, count)), Items.Slice(Offsets[from], Offsets[from + count] - Offsets[from]), _elements is not null);

    internal override ListColumn Splice(int at, int removed, IndexColumn inserted)
    {
        var other = (ListColumn)inserted;
        int[] counts = [.. Offsets.Counts(0, at), .. other.Offsets.Counts(0, other.Rows), .. Offsets.Counts(at + removed, Rows - at - removed)];
        return new ListColumn(Offsets.Of(counts), Items.Splice(Offsets[at], Offsets[at + removed] - Offsets[at], other.Items), _elements is not null);
    }

    internal override void AddPresent(Lanes lanes, Span<ulong> bits)
    {
        for (var row = 0; row < Rows; row++)
        {
            bits[row >> 6] |= Offsets.CountOf(row) > 0 ? 1UL << row : 0;
        }
    }

    /// <summary>Adds the rows that have one of the elements that these codes stand for.</summary>
    internal void AddWithElements(Lanes lanes, (int From, int To) codes, Span<ulong> bits)
    {
        for (var code = codes.From; code <= codes.To; code++)
        {
            if (_postings[code] is { } posting)
            {
                lanes.Or(bits, posting);
            }
            else
            {
                AddSeldom(lanes, code, bits);
            }
        }
    }

    /// <summary>Adds the rows of which any item is among these.</summary>
    internal void AddRowsOf(ReadOnlySpan<ulong> items, Span<ulong> bits)
    {
        var row = 0;
        for (var word = 0; word < items.Length; word++)
        {
            for (var left = items[word]; left != 0; left &= left - 1)
            {
                row = Offsets.RowOf((word * 64) + BitOperations.TrailingZeroCount(left), row);
                bits[row >> 6] |= 1UL << row;
            }
        }
    }

    internal override void Write(IndexWriter writer)
    {
        writer.Write(Items.Rows);
        Offsets.Write(writer);
        Items.Write(writer);
    }

    private void AddSeldom(Lanes lanes, int code, Span<ulong> bits)
    {
        var items = new ulong[(Items.Rows + 63) / 64];
        lanes.AddRange(_elements!, code, code, items);
        AddRowsOf(items, bits);
    }

    private static ulong[]?[] Posted(Codes elements, Offsets offsets, int values)
    {
        var counts = new int[values + 1];
        for (var item = 0; item < elements.Length; item++)
        {
            counts[elements[item]]++;
        }

        var words = (offsets.Rows + 63) / 64;
        var postings = counts.Select((count, code) => code > 0 && (long)count * Often >= offsets.Rows ? new ulong[words] : null).ToArray();
        for (int row = 0, item = 0; row < offsets.Rows; row++)
        {
            for (var end = offsets[row + 1]; item < end; item++)
            {
                if (postings[elements[item]] is { } posting)
                {
                    posting[row >> 6] |= 1UL << row;
                }
            }
        }

        return postings;
    }
}
