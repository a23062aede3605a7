namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text that contains, begins with or ends with another one.</summary>
internal readonly struct TextSearchTest<T>(Func<T, string?> read, Func<T, string?> other, StringComparison comparison, TextOperator kind) : ITest<T>
{
    public Outcome Of(T item, Moment moment)
    {
        var (text, sought) = (read(item), other(item));
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(sought))
        {
            return Outcome.NoValue;
        }

        var isFound = kind switch
        {
            TextOperator.BeginsWith => text.StartsWith(sought, comparison),
            TextOperator.EndsWith => text.EndsWith(sought, comparison),
            _ => text.Contains(sought, comparison),
        };
        return isFound ? Outcome.Yes : Outcome.No;
    }
}
