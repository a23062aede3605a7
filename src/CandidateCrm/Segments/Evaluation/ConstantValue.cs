namespace CandidateCrm.Segments.Evaluation;

/// <summary>A literal.</summary>
internal readonly struct ConstantValue<T, TValue>(TValue constant) : IOperand<T, TValue>
{
    public bool TryGet(T item, Moment moment, out TValue value)
    {
        value = constant;
        return true;
    }
}
