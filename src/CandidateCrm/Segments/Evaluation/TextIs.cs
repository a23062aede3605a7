using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text that is the literal, whatever the case.</summary>
internal readonly struct TextIs(string wanted) : ITest<string?>
{
    public bool HasValue(string? value) => !string.IsNullOrEmpty(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(string? value, Moment moment) => string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase);

    public Expression? Emit(Expression value, Expression moment) => TextCode.Equal(value, wanted, StringComparison.OrdinalIgnoreCase);
}
