using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A text that begins with the literal.</summary>
internal readonly struct TextBegins(string sought, StringComparison comparison) : ITest<string?>
{
    public bool HasValue(string? value) => !string.IsNullOrEmpty(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(string? value, Moment moment) => value is not null && value.StartsWith(sought, comparison);

    public Expression? Emit(Expression value, Expression moment) => TextCode.StartsWith(value, sought, comparison);
}
