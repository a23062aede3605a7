namespace CandidateCrm.Segments.Evaluation;

/// <summary>A condition over one field: its positive form, or the exact complement.</summary>
internal sealed class ValueNode<T, TValue, TTest>(Func<T, TValue> read, TTest test, bool isNegated) : RuleNode<T>
    where TTest : struct, ITest<TValue>
{
    private readonly TTest _test = test;

    internal override bool Holds(T item, Moment moment) => _test.IsMet(read(item), moment) != isNegated;

    internal override bool? Judge(T item, Moment moment)
    {
        var value = read(item);
        return _test.HasValue(value) ? _test.IsMet(value, moment) != isNegated : null;
    }
}
