namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text that is not empty.</summary>
internal readonly struct HasTextTest<T>(Func<T, string?> read) : ITest<T>
{
    public Outcome Of(T item, Moment moment) => string.IsNullOrEmpty(read(item)) ? Outcome.No : Outcome.Yes;
}
