using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Explaining;

/// <summary>How many items of a collection, or elements of a set, meet a rule, and of how many.</summary>
internal sealed class MetItemsUse<T>(SegmentRule where, MomentPlan plan) : ICollectionUse<T, Func<T, Moment, (int Met, int All)>>
{
    public Func<T, Moment, (int Met, int All)> Use<TItem>(Func<T, IReadOnlyList<TItem>?> read, SegmentSchema<TItem> items)
    {
        var node = where.Accept(new RuleCompiler<TItem>(items, plan));
        return (candidate, moment) => Count(Elements.Of(read(candidate)), node, moment);
    }

    private static (int Met, int All) Count<TItem>(ReadOnlySpan<TItem> items, RuleNode<TItem> node, Moment moment)
    {
        var met = 0;
        foreach (var each in items)
        {
            met += node.Holds(each, moment) ? 1 : 0;
        }

        return (met, items.Length);
    }
}
