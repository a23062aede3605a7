namespace CandidateCrm.Segments.Evaluation;

/// <summary>A set that has what another field holds.</summary>
internal readonly struct SetHasFieldTest<T, TElement, TOperand>(Func<T, IReadOnlyList<TElement>?> read, TOperand operand, IEqualityComparer<TElement> comparer) : ITest<T>
    where TOperand : struct, IOperand<T, TElement>
{
    public Outcome Of(T item, Moment moment)
    {
        var elements = Elements.Of(read(item));
        if (elements.IsEmpty || !operand.TryGet(item, moment, out var sought))
        {
            return Outcome.NoValue;
        }

        foreach (var element in elements)
        {
            if (comparer.Equals(element, sought))
            {
                return Outcome.Yes;
            }
        }

        return Outcome.No;
    }
}
