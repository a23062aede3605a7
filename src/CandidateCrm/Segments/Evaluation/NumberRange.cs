using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A number between two literals, which stand in order.</summary>
internal readonly struct NumberRange(decimal from, decimal to) : ITest<decimal?>
{
    public bool IsOrdered => true;

    public bool HasValue(decimal? value) => value.HasValue;

    public int Side(decimal? value, Moment moment) => value.GetValueOrDefault() < from ? -1 : value.GetValueOrDefault() > to ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(decimal? value, Moment moment) =>
        value.HasValue && value.GetValueOrDefault() >= from && value.GetValueOrDefault() <= to;

    public Expression? Emit(Expression value, Expression moment)
    {
        var (low, high) = (Expression.Constant(from), Expression.Constant(to));
        return NullableCode.Write<decimal>(value, number => Expression.AndAlso(Expression.GreaterThanOrEqual(number, low), Expression.LessThanOrEqual(number, high)));
    }
}
