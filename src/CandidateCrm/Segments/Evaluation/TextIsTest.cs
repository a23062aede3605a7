namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text that is the literal.</summary>
internal readonly struct TextIsTest<T>(Func<T, string?> read, string wanted, StringComparison comparison) : ITest<T>
{
    public Outcome Of(T item, Moment moment)
    {
        var text = read(item);
        return string.IsNullOrEmpty(text) ? Outcome.NoValue : string.Equals(text, wanted, comparison) ? Outcome.Yes : Outcome.No;
    }
}
