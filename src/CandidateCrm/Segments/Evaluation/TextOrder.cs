using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text in ordinal order, compared with the literal.</summary>
internal readonly struct TextOrder(string operand, StringComparison comparison, Signs wanted) : ITest<string?>
{
    public bool HasValue(string? value) => !string.IsNullOrEmpty(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(string? value, Moment moment) =>
        !string.IsNullOrEmpty(value) && wanted.Has(string.Compare(value, operand, comparison));
}
