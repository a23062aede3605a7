using System.Linq.Expressions;
using System.Reflection;

namespace CandidateCrm.Segments.Queries;

/// <summary>A number, truth value, date or instant in an expression, of the type that the host keeps it in.</summary>
internal sealed class ValueColumn<TValue>(Expression read, Func<object, TValue> convert, QueryGrid grid) : QueryColumn<Expression>
    where TValue : struct
{
    private static readonly MethodInfo ContainsIn = ((Func<IEnumerable<TValue>, TValue, bool>)Enumerable.Contains).Method;
    private static readonly Expression<Func<TValue?, TValue>> ValueOf = value => value!.Value;

    internal override QueryGrid Grid => grid;

    /// <summary>Gets how the days of a year are read; null where the provider cannot.</summary>
    internal Func<Expression, Expression>? DayOfYear { get; init; }

    /// <summary>Gets a value indicating whether the provider only knows which values are the same.</summary>
    internal bool IsOpaque { get; init; }

    /// <summary>Gets a value indicating whether it is an element. Npgsql cannot say that an array has one that is another than a number, but that it has one below or above.</summary>
    private bool IsNumberOfSet => typeof(TValue) == typeof(decimal) && read is ParameterExpression;

    private Expression Value => read.Type == typeof(TValue) ? read : Evaluation.Rebinding.Body(ValueOf, read);

    internal override Expression? IsMissing(bool isNegated) => read.Type == typeof(TValue) ? null
        : isNegated ? Expression.NotEqual(read, Expression.Constant(null, read.Type)) : Expression.Equal(read, Expression.Constant(null, read.Type));

    internal override Expression? Is(CompareOperator @operator, object value)
    {
        var held = ExpressionWords.Held(convert(value));
        return IsOpaque ? null
            : @operator == CompareOperator.NotEqual && IsNumberOfSet ? Expression.OrElse(Expression.LessThan(Value, held), Expression.GreaterThan(Value, held))
            : ExpressionWords.Compare(@operator, Value, held);
    }

    internal override Expression? Is(CompareOperator @operator, QueryColumn<Expression> other) =>
        !IsOpaque && other is ValueColumn<TValue> same ? ExpressionWords.Compare(@operator, Value, same.Value) : null;

    internal override Expression? IsOneOf(IReadOnlyList<object> values, bool isNegated)
    {
        if (IsOpaque)
        {
            return null;
        }

        var isIn = Expression.Call(ContainsIn, ExpressionWords.Held<IEnumerable<TValue>>(values.Select(convert).ToArray()), Value);
        return isNegated ? Expression.Not(isIn) : isIn;
    }

    internal override Expression? IsInYearBetween(int from, int to) => DayOfYear is null || IsOpaque ? null
        : Expression.AndAlso(Expression.GreaterThanOrEqual(DayOfYear(Value), ExpressionWords.Held(from)), Expression.LessThanOrEqual(DayOfYear(Value), ExpressionWords.Held(to)));
}
