using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text between two literals, in ordinal order.</summary>
internal readonly struct TextRange(string from, string to, StringComparison comparison) : ITest<string?>
{
    public bool HasValue(string? value) => !string.IsNullOrEmpty(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(string? value, Moment moment) =>
        !string.IsNullOrEmpty(value) && Bounds.Hold(string.Compare(value, from, comparison), string.Compare(value, to, comparison));
}
