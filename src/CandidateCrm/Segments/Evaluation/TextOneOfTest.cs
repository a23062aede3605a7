namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text that is in a list.</summary>
internal readonly struct TextOneOfTest<T>(Func<T, string?> read, HashSet<string> wanted) : ITest<T>
{
    public Outcome Of(T item, Moment moment)
    {
        var text = read(item);
        return string.IsNullOrEmpty(text) ? Outcome.NoValue : wanted.Contains(text) ? Outcome.Yes : Outcome.No;
    }
}
