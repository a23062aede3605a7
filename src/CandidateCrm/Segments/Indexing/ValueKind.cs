namespace CandidateCrm.Segments.Indexing;

/// <summary>How values of one type are ordered and kept.</summary>
/// <typeparam name="TValue">As rules read them: with a form for no value.</typeparam>
internal abstract class ValueKind<TValue>
{
    internal abstract bool IsThere(TValue value);

    internal abstract int Compare(TValue one, TValue other);

    /// <summary>Returns the form in which a value is kept; rules cannot tell the two apart.</summary>
    internal virtual TValue Kept(TValue value) => value;

    /// <summary>Keeps values that stand in order, each once.</summary>
    internal abstract ValueList<TValue> Keep(List<TValue> values);

    internal abstract void Write(IndexWriter writer, TValue value);

    internal abstract TValue Read(IndexReader reader);
}
