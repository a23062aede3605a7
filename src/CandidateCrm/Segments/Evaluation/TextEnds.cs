using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text that ends with the literal.</summary>
internal readonly struct TextEnds(string sought, StringComparison comparison) : ITest<string?>
{
    public bool HasValue(string? value) => !string.IsNullOrEmpty(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(string? value, Moment moment) => value is not null && value.EndsWith(sought, comparison);
}
