namespace CandidateCrm.Segments.Evaluation;

/// <summary>Another field that is a text or code.</summary>
internal readonly struct TextValue<T>(Func<T, string?> read) : IOperand<T, string>
{
    public bool TryGet(T item, Moment moment, out string value)
    {
        value = read(item) ?? string.Empty;
        return value.Length > 0;
    }
}
