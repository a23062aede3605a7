namespace CandidateCrm.Segments;

/// <summary>How the items of a collection are read, whatever their type.</summary>
internal abstract class CollectionReader<T> : FieldReader<T>
{
    internal abstract TResult Use<TResult>(ICollectionUse<T, TResult> use);
}
