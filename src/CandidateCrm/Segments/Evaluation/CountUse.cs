namespace CandidateCrm.Segments.Evaluation;

/// <summary>How many items of a collection, or elements of a set, a rule holds for.</summary>
internal sealed class CountUse<T>(CountRule rule, MomentPlan plan) : ICollectionUse<T, RuleNode<T>>
{
    public RuleNode<T> Use<TItem>(Func<T, IReadOnlyList<TItem>?> read, SegmentSchema<TItem> items) =>
        new CountNode<T, TItem>(read, rule.Where.Accept(new RuleCompiler<TItem>(items, plan)), rule);
}
