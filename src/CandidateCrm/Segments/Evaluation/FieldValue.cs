namespace CandidateCrm.Segments.Evaluation;

/// <summary>Another field.</summary>
internal readonly struct FieldValue<T, TValue>(Func<T, TValue?> read) : IOperand<T, TValue>
    where TValue : struct
{
    public bool TryGet(T item, Moment moment, out TValue value)
    {
        var found = read(item);
        value = found.GetValueOrDefault();
        return found.HasValue;
    }
}
