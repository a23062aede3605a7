using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A code that is the literal, exactly.</summary>
internal readonly struct CodeIs(string wanted) : ITest<string?>
{
    public bool HasValue(string? value) => !string.IsNullOrEmpty(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(string? value, Moment moment) => string.Equals(value, wanted, StringComparison.Ordinal);

    public Expression? Emit(Expression value, Expression moment) => TextCode.Equal(value, wanted, StringComparison.Ordinal);
}
