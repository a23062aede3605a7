namespace CandidateCrm.Segments.Evaluation;

/// <summary>A value compared with an operand.</summary>
internal readonly struct CompareTest<T, TValue, TOperand>(Func<T, TValue?> read, TOperand operand, Signs wanted) : ITest<T>
    where TValue : struct, IComparable<TValue>
    where TOperand : struct, IOperand<T, TValue>
{
    public Outcome Of(T item, Moment moment)
    {
        var value = read(item);
        return value.HasValue && operand.TryGet(item, moment, out var other)
            ? wanted.Has(value.GetValueOrDefault().CompareTo(other)) ? Outcome.Yes : Outcome.No
            : Outcome.NoValue;
    }
}
