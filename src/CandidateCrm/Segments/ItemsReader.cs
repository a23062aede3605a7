using System.Linq.Expressions;

namespace CandidateCrm.Segments;

/// <summary>How the items of a collection are read, and their fields.</summary>
internal sealed class ItemsReader<T, TItem>(Expression<Func<T, IEnumerable<TItem>?>> accessor, SegmentSchema<TItem> items) : CollectionReader<T>
{
    private readonly Lazy<Func<T, IReadOnlyList<TItem>?>> _read = new(() => Listed(accessor.Compile()));

    internal override LambdaExpression Accessor => accessor;

    internal override LambdaExpression Source => accessor;

    internal override TResult Use<TResult>(ICollectionUse<T, TResult> use) => use.Use(_read.Value, items);

    private static Func<T, IReadOnlyList<TItem>?> Listed(Func<T, IEnumerable<TItem>?> read) =>
        item => read(item) switch { null => null, IReadOnlyList<TItem> list => list, var items => [.. items] };
}
