namespace CandidateCrm.Segments;

/// <summary>Something that needs to know the type of the items of a collection.</summary>
internal interface ICollectionUse<T, out TResult>
{
    TResult Use<TItem>(Func<T, IReadOnlyList<TItem>?> read, SegmentSchema<TItem> items);
}
