namespace CandidateCrm.Segments.Evaluation;

/// <summary>A value between two operands, whichever of them is the larger.</summary>
internal readonly struct BetweenTest<T, TValue, TFrom, TTo>(Func<T, TValue?> read, TFrom from, TTo to) : ITest<T>
    where TValue : struct, IComparable<TValue>
    where TFrom : struct, IOperand<T, TValue>
    where TTo : struct, IOperand<T, TValue>
{
    public Outcome Of(T item, Moment moment)
    {
        var value = read(item);
        if (!value.HasValue || !from.TryGet(item, moment, out var one) || !to.TryGet(item, moment, out var other))
        {
            return Outcome.NoValue;
        }

        var (toOne, toOther) = (value.GetValueOrDefault().CompareTo(one), value.GetValueOrDefault().CompareTo(other));
        return (toOne >= 0 && toOther <= 0) || (toOne <= 0 && toOther >= 0) ? Outcome.Yes : Outcome.No;
    }
}
