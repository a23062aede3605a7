namespace CandidateCrm.Segments.Evaluation;

/// <summary>A time within a window of which each end is in or out.</summary>
internal readonly struct WindowTest<T, TValue, TSlot>(Func<T, TValue?> read, TSlot from, TSlot to, WindowEnds ends) : ITest<T>
    where TValue : struct, IComparable<TValue>
    where TSlot : struct, IOperand<T, TValue>
{
    public Outcome Of(T item, Moment moment)
    {
        var value = read(item);
        if (!value.HasValue)
        {
            return Outcome.NoValue;
        }

        from.TryGet(item, moment, out var low);
        to.TryGet(item, moment, out var high);
        return ends.Hold(value.GetValueOrDefault().CompareTo(low), value.GetValueOrDefault().CompareTo(high)) ? Outcome.Yes : Outcome.No;
    }
}
