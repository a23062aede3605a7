using System.Collections;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A collection of which only those items are at hand whose counting can change; of the others it knows, condition by condition, how many count.</summary>
internal abstract class CarriedItems<T>(T[] open) : IReadOnlyList<T>
{
    public int Count => open.Length;

    /// <summary>Gets the items at hand.</summary>
    internal T[] Open => open;

    /// <summary>Gets a value indicating whether there is any item, at hand or not.</summary>
    internal abstract bool IsAny { get; }

    public T this[int index] => open[index];

    /// <summary>Returns how many items that are not at hand count for a condition, and how many there are of them, as far as the condition needs to know.</summary>
    internal abstract (int Counting, int All) SettledFor(CountRule rule);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)open).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => open.GetEnumerator();
}
