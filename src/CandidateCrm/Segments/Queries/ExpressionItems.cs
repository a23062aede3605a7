using System.Linq.Expressions;
using System.Reflection;

namespace CandidateCrm.Segments.Queries;

/// <summary>The items of a collection or the elements of a set, in an expression.</summary>
internal sealed class ExpressionItems<TItem> : QueryItems<Expression>
{
    private static readonly MethodInfo AnyItem = ((Func<IEnumerable<TItem>, bool>)Enumerable.Any).Method;
    private static readonly MethodInfo AnyWhere = ((Func<IEnumerable<TItem>, Func<TItem, bool>, bool>)Enumerable.Any).Method;
    private static readonly MethodInfo CountOfAll = ((Func<IEnumerable<TItem>, long>)Enumerable.LongCount).Method;
    private static readonly MethodInfo CountWhere = ((Func<IEnumerable<TItem>, Func<TItem, bool>, long>)Enumerable.LongCount).Method;

    private readonly Expression _source;
    private readonly ExpressionScope<TItem> _scope;

    /// <summary>A column that holds a set may be null, and nothing is in it then; a navigation is never null.</summary>
    private readonly Expression? _mayBeNull;

    internal ExpressionItems(Expression source, SegmentSchema<TItem> items, QueryCapabilities capabilities, bool isSet)
    {
        _scope = new ExpressionScope<TItem>(items, Expression.Parameter(typeof(TItem)), capabilities);
        _mayBeNull = isSet && !capabilities.IsInMemory ? source : null;
        _source = capabilities.IsInMemory ? Expression.Coalesce(Expression.Convert(source, typeof(IEnumerable<TItem>)), Expression.Constant(Array.Empty<TItem>(), typeof(IEnumerable<TItem>))) : source;
    }

    internal override QueryScope<Expression> Scope => _scope;

    internal override Expression Exists(Expression where, bool isNegated)
    {
        var exists = where == ExpressionWords.True ? Expression.Call(AnyItem, _source) : Expression.Call(AnyWhere, _source, Lambda(where));
        var isNull = _mayBeNull is null ? null : Expression.Constant(null, _mayBeNull.Type);
        return (isNegated, isNull) switch
        {
            (false, null) => exists,
            (true, null) => Expression.Not(exists),
            (false, _) => Expression.AndAlso(Expression.NotEqual(_mayBeNull!, isNull), exists),
            (true, _) => Expression.OrElse(Expression.Equal(_mayBeNull!, isNull), Expression.Not(exists)),
        };
    }

    internal override Expression Count(Expression where, CompareOperator @operator, CountLimit limit)
    {
        Expression count = where == ExpressionWords.True ? Expression.Call(CountOfAll, _source) : Expression.Call(CountWhere, _source, Lambda(where));
        Expression number = ExpressionWords.Held(limit.Number);
        return ExpressionWords.Compare(
            @operator,
            limit.IsOfAll ? Expression.Multiply(count, ExpressionWords.Held(limit.Times)) : count,
            limit.IsOfAll ? Expression.Multiply(Expression.Call(CountOfAll, _source), number) : number);
    }

    private Expression<Func<TItem, bool>> Lambda(Expression where) => Expression.Lambda<Func<TItem, bool>>(where, _scope.At);
}
