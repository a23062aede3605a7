namespace CandidateCrm.Segments.Indexing;

/// <summary>The values of a column, in order, each once.</summary>
internal abstract class ValueList<TValue>
{
    internal abstract int Count { get; }

    internal abstract long Bytes { get; }

    internal abstract TValue this[int place] { get; }
}
