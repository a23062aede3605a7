namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text in ordinal order, compared with another one.</summary>
internal readonly struct TextOrderTest<T>(Func<T, string?> read, Func<T, string?> other, StringComparison comparison, Signs wanted) : ITest<T>
{
    public Outcome Of(T item, Moment moment)
    {
        var (text, operand) = (read(item), other(item));
        return string.IsNullOrEmpty(text) || string.IsNullOrEmpty(operand)
            ? Outcome.NoValue
            : wanted.Has(string.Compare(text, operand, comparison)) ? Outcome.Yes : Outcome.No;
    }
}
