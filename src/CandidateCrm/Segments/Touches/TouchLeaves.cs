namespace CandidateCrm.Segments.Touches;

/// <summary>The conditions of a rule over the touchpoints: how many there are of some kind, or whether there is any.</summary>
internal sealed class TouchLeaves : RuleVisitor<IEnumerable<SegmentRule>>
{
    private static readonly TouchLeaves Instance = new();

    internal static IEnumerable<SegmentRule> Of(SegmentRule rule) => rule.Accept(Instance);

    internal override IEnumerable<SegmentRule> Visit(AndRule rule) => rule.Rules.SelectMany(each => each.Accept(this));

    internal override IEnumerable<SegmentRule> Visit(OrRule rule) => rule.Rules.SelectMany(each => each.Accept(this));

    internal override IEnumerable<SegmentRule> Visit(NotRule rule) => rule.Rule.Accept(this);

    internal override IEnumerable<SegmentRule> Visit(CompareRule rule) => [];

    internal override IEnumerable<SegmentRule> Visit(InSetRule rule) => [];

    internal override IEnumerable<SegmentRule> Visit(TextRule rule) => [];

    internal override IEnumerable<SegmentRule> Visit(HasValueRule rule) => IsTouchpoints(rule.Field) ? [rule] : [];

    internal override IEnumerable<SegmentRule> Visit(TimeRule rule) => [];

    internal override IEnumerable<SegmentRule> Visit(SetsRule rule) => [];

    internal override IEnumerable<SegmentRule> Visit(CountRule rule) => IsTouchpoints(rule.Collection) ? [rule] : [];

    internal override IEnumerable<SegmentRule> Visit(InSegmentRule rule) => [];

    internal override IEnumerable<SegmentRule> Visit(EveryoneRule rule) => [];

    private static bool IsTouchpoints(string field) => string.Equals(field, RelationshipFields.Touchpoints, StringComparison.Ordinal);
}
