namespace CandidateCrm.Segments.Evaluation;

/// <summary>A set that has any, or all, of a list.</summary>
internal readonly struct SetTest<T, TElement>(Func<T, IReadOnlyList<TElement>?> read, TElement[] wanted, IEqualityComparer<TElement> comparer, bool isAll) : ITest<T>
{
    public Outcome Of(T item, Moment moment)
    {
        var elements = Elements.Of(read(item));
        if (elements.IsEmpty)
        {
            return Outcome.NoValue;
        }

        foreach (var each in wanted)
        {
            if (Has(elements, each) != isAll)
            {
                return isAll ? Outcome.No : Outcome.Yes;
            }
        }

        return isAll ? Outcome.Yes : Outcome.No;
    }

    private bool Has(ReadOnlySpan<TElement> elements, TElement wanted)
    {
        foreach (var element in elements)
        {
            if (comparer.Equals(element, wanted))
            {
                return true;
            }
        }

        return false;
    }
}
