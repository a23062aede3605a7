namespace CandidateCrm.Segments.Evaluation;

/// <summary>A value that is in a list.</summary>
internal readonly struct OneOfTest<T, TValue>(Func<T, TValue?> read, HashSet<TValue> wanted) : ITest<T>
    where TValue : struct
{
    public Outcome Of(T item, Moment moment)
    {
        var value = read(item);
        return !value.HasValue ? Outcome.NoValue : wanted.Contains(value.GetValueOrDefault()) ? Outcome.Yes : Outcome.No;
    }
}
