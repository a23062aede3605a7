using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A set of numbers that has any, or all, of a list; an empty set has nothing.</summary>
internal readonly struct NumberSetHas(decimal[] wanted, bool isAll) : ITest<IReadOnlyList<decimal>?>
{
    public bool HasValue(IReadOnlyList<decimal>? value) => !Elements.Of(value).IsEmpty;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(IReadOnlyList<decimal>? value, Moment moment)
    {
        var elements = Elements.Of(value);
        foreach (var each in wanted)
        {
            if (elements.Contains(each) != isAll)
            {
                return !isAll;
            }
        }

        return isAll;
    }
}
