namespace CandidateCrm.Segments.Evaluation;

/// <summary>Whether a collection has items.</summary>
internal sealed class PresenceUse<T>(bool isNegated) : ICollectionUse<T, RuleNode<T>>
{
    public RuleNode<T> Use<TItem>(Func<T, IReadOnlyList<TItem>?> read, SegmentSchema<TItem> items) => new PresenceNode<T>(item => read(item) is var list && (list is CarriedItems<TItem> carried ? carried.IsAny : !Elements.Of(list).IsEmpty), isNegated);
}
