namespace CandidateCrm.Segments.Indexing;

/// <summary>Values as they are.</summary>
internal sealed class PlainValues<TStored, TValue>(TStored[] values, Func<TStored, TValue> shown) : ValueList<TValue>
{
    internal override int Count => values.Length;

    internal override long Bytes => ColumnBytes.Of(values);

    internal override TValue this[int place] => shown(values[place]);
}
