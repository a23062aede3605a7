namespace CandidateCrm.Segments.Indexing;

/// <summary>One field of some rows. It never changes: what is put or removed makes another column.</summary>
internal abstract class IndexColumn
{
    internal abstract int Rows { get; }

    /// <summary>Gets how many bytes it takes.</summary>
    internal abstract long Bytes { get; }

    /// <summary>Makes a column with other rows in the place of some. It is the one that would be made of its values at once.</summary>
    internal abstract IndexColumn Splice(int at, int removed, IndexColumn inserted);

    internal abstract IndexColumn Slice(int from, int count);

    /// <summary>Adds the rows that have a value, or an item.</summary>
    internal abstract void AddPresent(Lanes lanes, Span<ulong> bits);

    internal abstract void Write(IndexWriter writer);
}
