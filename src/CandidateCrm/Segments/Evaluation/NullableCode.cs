using System.Linq.Expressions;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Code over a value that may be missing: it is read once, and tested where it is there.</summary>
internal static class NullableCode
{
    /// <summary>Writes that there is a value, and that what is written over it is met.</summary>
    internal static Expression Write<TValue>(Expression value, Func<Expression, Expression> test)
        where TValue : struct
    {
        if (value.Type == typeof(TValue))
        {
            return test(value);
        }

        var read = Expression.Variable(typeof(TValue?));
        Expression<Func<TValue?, bool>> hasValue = each => each.HasValue;
        Expression<Func<TValue?, TValue>> valueOf = each => each.GetValueOrDefault();
        return Expression.Block([read], Expression.Assign(read, value), Expression.AndAlso(Rebinding.Body(hasValue, read), test(Rebinding.Body(valueOf, read))));
    }
}
