namespace CandidateCrm.Segments.Evaluation;

/// <summary>A truth value that is the operand.</summary>
internal readonly struct FlagTest<T, TOperand>(Func<T, bool?> read, TOperand operand) : ITest<T>
    where TOperand : struct, IOperand<T, bool>
{
    public Outcome Of(T item, Moment moment)
    {
        var value = read(item);
        return value.HasValue && operand.TryGet(item, moment, out var other)
            ? value.GetValueOrDefault() == other ? Outcome.Yes : Outcome.No
            : Outcome.NoValue;
    }
}
