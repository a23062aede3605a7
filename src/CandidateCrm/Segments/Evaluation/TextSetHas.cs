using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A set of texts that has any, or all, of a list; an empty set has nothing.</summary>
internal readonly struct TextSetHas(string[] wanted, bool isExact, bool isAll) : ITest<IReadOnlyList<string>?>
{
    public bool HasValue(IReadOnlyList<string>? value) => !Elements.Of(value).IsEmpty;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(IReadOnlyList<string>? value, Moment moment) => IsMet(value is string[] array ? array : Elements.Of(value));

    /// <summary>An array is handed over as one: to make a list of it and find the array in it again takes longer than looking through it.</summary>
    public Expression? Emit(Expression value, Expression moment) =>
        value is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var array } && array.Type == typeof(string[]) ? TextArrayHas.Emit(this, array) : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsMet(ReadOnlySpan<string> elements)
    {
        foreach (var each in wanted)
        {
            if (Has(elements, each) != isAll)
            {
                return !isAll;
            }
        }

        return isAll;
    }

    /// <summary>Says whether two letters can be the same: of ASCII, those that differ in one bit at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayBeSame(char one, char other) => ((one ^ other) & ~0x20) == 0 || (one | other) >= 0x80;

    /// <summary>Looks at lengths and first letters before anything else: texts that differ only in case have the same.</summary>
    private bool Has(ReadOnlySpan<string> elements, string sought)
    {
        foreach (var element in elements)
        {
            if (element is not null && element.Length == sought.Length && (sought.Length == 0 || MayBeSame(element[0], sought[0])) && (isExact ? string.Equals(element, sought, StringComparison.Ordinal) : string.Equals(element, sought, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
