namespace CandidateCrm.Segments.Evaluation;

/// <summary>A collection or set that is not empty.</summary>
internal readonly struct HasItemsTest<T, TItem>(Func<T, IReadOnlyList<TItem>?> read) : ITest<T>
{
    public Outcome Of(T item, Moment moment) => Elements.Of(read(item)).IsEmpty ? Outcome.No : Outcome.Yes;
}
