namespace CandidateCrm.Segments.Evaluation;

/// <summary>A value that is there.</summary>
internal readonly struct HasValueTest<T, TValue>(Func<T, TValue?> read) : ITest<T>
    where TValue : struct
{
    public Outcome Of(T item, Moment moment) => read(item).HasValue ? Outcome.Yes : Outcome.No;
}
