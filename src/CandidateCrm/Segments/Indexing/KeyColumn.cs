using System.Runtime.InteropServices;

namespace CandidateCrm.Segments.Indexing;

/// <summary>The ids of some rows, in ordinal order, without an object for each: their letters one after the other, a byte for each where all of them fit.</summary>
internal sealed class KeyColumn
{
    private readonly byte[]? _narrow;
    private readonly char[]? _wide;
    private readonly int[] _ends;

    internal KeyColumn(IReadOnlyList<string> keys)
    {
        _ends = new int[keys.Count];
        var all = string.Concat(keys);
        for (int key = 0, end = 0; key < keys.Count; key++)
        {
            _ends[key] = end += keys[key].Length;
        }

        if (all.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') < 0)
        {
            _narrow = Array.ConvertAll(all.ToCharArray(), letter => (byte)letter);
        }
        else
        {
            _wide = all.ToCharArray();
        }
    }

    internal int Rows => _ends.Length;

    internal long Bytes => ColumnBytes.OfObject + ColumnBytes.Of(_narrow) + ColumnBytes.Of(_wide) + ColumnBytes.Of(_ends);

    internal string this[int row]
    {
        get
        {
            var start = row == 0 ? 0 : _ends[row - 1];
            return string.Create(_ends[row] - start, (this, start), static (letters, from) =>
            {
                var (keys, first) = from;
                for (var letter = 0; letter < letters.Length; letter++)
                {
                    letters[letter] = keys._narrow is { } narrow ? (char)narrow[first + letter] : keys._wide![first + letter];
                }
            });
        }
    }

    /// <summary>Returns the row of an id, or the complement of where it would stand.</summary>
    internal int Find(string key)
    {
        var (low, high) = (0, Rows);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(this[middle], key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        return ~low;
    }

    /// <summary>Returns the first row after an id.</summary>
    internal int After(string key) => Find(key) is var row && row < 0 ? ~row : row + 1;

    internal string[] ToArray(int from, int count)
    {
        var keys = new string[count];
        for (var row = 0; row < count; row++)
        {
            keys[row] = this[from + row];
        }

        return keys;
    }

    internal KeyColumn Slice(int from, int count) => new(ToArray(from, count));

    /// <summary>Makes a column with other ids in the place of some, whose order is right.</summary>
    internal KeyColumn Splice(int at, int removed, IReadOnlyList<string> inserted) =>
        removed == inserted.Count && inserted.SequenceEqual(ToArray(at, removed), StringComparer.Ordinal)
            ? this
            : new KeyColumn([.. ToArray(0, at), .. inserted, .. ToArray(at + removed, Rows - at - removed)]);

    internal void Write(IndexWriter writer)
    {
        writer.Write(_narrow is not null ? 1 : 2);
        writer.Write(MemoryMarshal.AsBytes(_ends.AsSpan()));
        writer.Write(_narrow is not null ? _narrow : MemoryMarshal.AsBytes(_wide.AsSpan()));
    }

    internal static KeyColumn Read(IndexReader reader, int rows)
    {
        var width = reader.ReadNumber(2);
        var ends = MemoryMarshal.Cast<byte, int>(reader.ReadBytes(checked(rows * sizeof(int)))).ToArray();
        IndexReader.Check(width > 0 && Array.TrueForAll(ends, end => end >= 0));
        var bytes = reader.ReadBytes(checked(ends[^1] * width));
        char[] letters = width == 1 ? Array.ConvertAll(bytes.ToArray(), letter => (char)letter) : MemoryMarshal.Cast<byte, char>(bytes).ToArray();
        var keys = new string[rows];
        for (int row = 0, start = 0; row < rows; start = ends[row++])
        {
            IndexReader.Check(ends[row] > start && ends[row] <= letters.Length);
            keys[row] = new string(letters, start, ends[row] - start);
            IndexReader.Check(row == 0 || string.CompareOrdinal(keys[row - 1], keys[row]) < 0);
        }

        return new KeyColumn(keys);
    }
}
