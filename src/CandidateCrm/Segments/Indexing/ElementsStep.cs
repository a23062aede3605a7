using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Sets that have any, or all, of some elements; an empty set has nothing.</summary>
internal sealed class ElementsStep<TElement>(int place, IValueCondition<TElement>[] wanted, (bool IsAll, bool IsNegated) form) : IndexStep
{
    internal override void Run(IndexFrame frame, Span<ulong> bits)
    {
        var column = (ListColumn)frame.Table[place];
        var elements = ((ValueColumn<TElement>)column.Items[0]).Values;
        var one = form.IsAll ? new ulong[bits.Length] : [];
        for (var element = 0; element < wanted.Length; element++)
        {
            if (!form.IsAll || element == 0)
            {
                Add(frame, column, (elements, wanted[element]), bits);
                continue;
            }

            one.AsSpan().Clear();
            Add(frame, column, (elements, wanted[element]), one);
            frame.Lanes.And(bits, one);
        }

        if (form.IsNegated)
        {
            frame.Lanes.Not(bits, frame.Table.Rows);
        }
    }

    private static void Add(IndexFrame frame, ListColumn column, (ValueList<TElement> Elements, IValueCondition<TElement> Wanted) asked, Span<ulong> bits)
    {
        for (var element = 0; element < asked.Elements.Count; element++)
        {
            if (asked.Wanted.IsMet(asked.Elements[element], frame.Moment))
            {
                column.AddWithElements(frame.Lanes, (element + 1, element + 1), bits);
            }
        }
    }
}
