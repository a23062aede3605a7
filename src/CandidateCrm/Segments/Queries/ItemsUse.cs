using System.Linq.Expressions;

namespace CandidateCrm.Segments.Queries;

/// <summary>The items of a collection in an expression, once their type is known.</summary>
internal sealed class ItemsUse<T>(Expression source, QueryCapabilities capabilities) : ICollectionUse<T, QueryItems<Expression>>
{
    public QueryItems<Expression> Use<TItem>(Func<T, IReadOnlyList<TItem>?> read, SegmentSchema<TItem> items) => new ExpressionItems<TItem>(source, items, capabilities, isSet: false);
}
