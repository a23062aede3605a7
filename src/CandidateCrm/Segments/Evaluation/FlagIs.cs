using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A truth value that is the literal.</summary>
internal readonly struct FlagIs(bool wanted) : ITest<bool?>
{
    public bool HasValue(bool? value) => value.HasValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(bool? value, Moment moment) => value.HasValue && value.GetValueOrDefault() == wanted;

    public Expression? Emit(Expression value, Expression moment)
    {
        var literal = Expression.Constant(wanted);
        return NullableCode.Write<bool>(value, flag => Expression.Equal(flag, literal));
    }
}
