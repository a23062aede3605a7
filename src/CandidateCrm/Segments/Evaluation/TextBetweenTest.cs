namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text between two others in ordinal order, whichever of them is the larger.</summary>
internal readonly struct TextBetweenTest<T>(Func<T, string?> read, Func<T, string?> from, Func<T, string?> to, StringComparison comparison) : ITest<T>
{
    public Outcome Of(T item, Moment moment)
    {
        var (text, one, other) = (read(item), from(item), to(item));
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(one) || string.IsNullOrEmpty(other))
        {
            return Outcome.NoValue;
        }

        var (toOne, toOther) = (string.Compare(text, one, comparison), string.Compare(text, other, comparison));
        return (toOne >= 0 && toOther <= 0) || (toOne <= 0 && toOther >= 0) ? Outcome.Yes : Outcome.No;
    }
}
