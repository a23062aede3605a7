using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A set of texts that has any, or all, of a list; an empty set has nothing.</summary>
internal readonly struct TextSetHas(string[] wanted, StringComparison comparison, bool isAll) : ITest<IReadOnlyList<string>?>
{
    public bool HasValue(IReadOnlyList<string>? value) => !Elements.Of(value).IsEmpty;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(IReadOnlyList<string>? value, Moment moment)
    {
        var elements = value is string[] array ? array : Elements.Of(value);
        foreach (var each in wanted)
        {
            if (Has(elements, each) != isAll)
            {
                return !isAll;
            }
        }

        return isAll;
    }

    private bool Has(ReadOnlySpan<string> elements, string sought)
    {
        foreach (var element in elements)
        {
            if (string.Equals(element, sought, comparison))
            {
                return true;
            }
        }

        return false;
    }
}
