using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text with the literal in it.</summary>
internal readonly struct TextContains(string sought, StringComparison comparison) : ITest<string?>
{
    public bool HasValue(string? value) => !string.IsNullOrEmpty(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(string? value, Moment moment) => value is not null && value.Contains(sought, comparison);
}
