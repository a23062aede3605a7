using System.Linq.Expressions;
using System.Reflection;

namespace CandidateCrm.Segments.Queries;

/// <summary>
/// A code that the host keeps as a member of an enumeration. There are only so many: what a rule says of the code is said of the members for which it holds.
/// What is no member has no code, and is no value.
/// </summary>
internal sealed class EnumColumn<TEnum>(Expression read, IReadOnlyList<(TEnum Member, string Code)> members) : QueryColumn<Expression>
    where TEnum : struct, Enum
{
    private static readonly MethodInfo ContainsIn = ((Func<IEnumerable<TEnum>, TEnum, bool>)Enumerable.Contains).Method;
    private static readonly Expression<Func<TEnum?, TEnum>> ValueOf = value => value!.Value;

    internal override TextOrdering Ordering => TextOrdering.Ordinal;

    internal override Expression IsMissing(bool isNegated)
    {
        var isMember = OfMembers(_ => true, isNegated: false);
        var isKnown = isNegated ? (Expression)isMember : Expression.Not(isMember);
        if (read.Type == typeof(TEnum))
        {
            return isKnown;
        }

        var nothing = Expression.Constant(null, read.Type);
        return isNegated ? Expression.AndAlso(Expression.NotEqual(read, nothing), isKnown) : Expression.OrElse(Expression.Equal(read, nothing), isKnown);
    }

    internal override Expression Is(CompareOperator @operator, object value)
    {
        var (text, isNegated) = ((string)value, @operator == CompareOperator.NotEqual);
        return OfMembers(code => string.CompareOrdinal(code, text), isNegated ? CompareOperator.Equal : @operator, isNegated);
    }

    internal override Expression? Is(CompareOperator @operator, QueryColumn<Expression> other) => null;

    internal override Expression IsOneOf(IReadOnlyList<object> values, bool isNegated) => OfMembers(code => values.Contains(code), isNegated);

    internal override Expression Has(TextOperator search, string sought, bool isNegated) => OfMembers(
        code => search switch
        {
            TextOperator.BeginsWith => code.StartsWith(sought, StringComparison.Ordinal),
            TextOperator.EndsWith => code.EndsWith(sought, StringComparison.Ordinal),
            _ => code.Contains(sought, StringComparison.Ordinal),
        },
        isNegated);

    private MethodCallExpression OfMembers(Func<string, int> compare, CompareOperator @operator, bool isNegated) => OfMembers(
        code => @operator switch
        {
            CompareOperator.Equal => compare(code) == 0,
            CompareOperator.Less => compare(code) < 0,
            CompareOperator.LessOrEqual => compare(code) <= 0,
            CompareOperator.Greater => compare(code) > 0,
            _ => compare(code) >= 0,
        },
        isNegated);

    private MethodCallExpression OfMembers(Func<string, bool> holds, bool isNegated)
    {
        TEnum[] wanted = [.. members.Where(each => holds(each.Code) != isNegated).Select(each => each.Member)];
        return Expression.Call(ContainsIn, ExpressionWords.Held<IEnumerable<TEnum>>(wanted), read.Type == typeof(TEnum) ? read : Evaluation.Rebinding.Body(ValueOf, read));
    }
}
