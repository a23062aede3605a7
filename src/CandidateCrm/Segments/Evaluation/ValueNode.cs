using System.Linq.Expressions;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A condition over one field: its positive form, or the exact complement.</summary>
internal sealed class ValueNode<T, TValue, TTest>(ValueReader<T, TValue> reader, TTest test, bool isNegated) : RuleNode<T>, IValueCondition<TValue>
    where TTest : struct, ITest<TValue>
{
    private readonly Func<T, TValue> _read = reader.Read;
    private readonly TTest _test = test;

    bool IValueCondition<TValue>.IsNegated => isNegated;

    bool IValueCondition<TValue>.IsOrdered { get; } = test.IsOrdered;

    internal override bool Holds(T item, Moment moment) => _test.IsMet(_read(item), moment) != isNegated;

    internal override bool? Judge(T item, Moment moment)
    {
        var value = _read(item);
        return _test.HasValue(value) ? _test.IsMet(value, moment) != isNegated : null;
    }

    internal override Instant? NextChange(T item, FlipSearch search) => _read(item) is { } value ? _test.NextChange(value, search) : null;

    /// <summary>The field is read in place, and the test is the same one.</summary>
    internal override Expression Emit(ParameterExpression item, ParameterExpression moment)
    {
        var value = Rebinding.Body(reader.Accessor, item);
        var isMet = _test.Emit(value, moment) ?? TestCall<TValue, TTest>.Emit(_test, value, moment);
        return isNegated ? Expression.Not(isMet) : isMet;
    }

    bool IValueCondition<TValue>.IsMet(TValue value, Moment moment) => _test.IsMet(value, moment);

    int IValueCondition<TValue>.Side(TValue value, Moment moment) => _test.Side(value, moment);
}
