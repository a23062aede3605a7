namespace CandidateCrm.Segments.Reading;

/// <summary>The segments that a rule names.</summary>
internal sealed class NamedSegments : RuleVisitor<IEnumerable<SegmentKey>>
{
    internal static NamedSegments Instance { get; } = new();

    internal override IEnumerable<SegmentKey> Visit(AndRule rule) => rule.Rules.SelectMany(each => each.Accept(this));

    internal override IEnumerable<SegmentKey> Visit(OrRule rule) => rule.Rules.SelectMany(each => each.Accept(this));

    internal override IEnumerable<SegmentKey> Visit(NotRule rule) => rule.Rule.Accept(this);

    internal override IEnumerable<SegmentKey> Visit(CompareRule rule) => [];

    internal override IEnumerable<SegmentKey> Visit(InSetRule rule) => [];

    internal override IEnumerable<SegmentKey> Visit(TextRule rule) => [];

    internal override IEnumerable<SegmentKey> Visit(HasValueRule rule) => [];

    internal override IEnumerable<SegmentKey> Visit(TimeRule rule) => [];

    internal override IEnumerable<SegmentKey> Visit(SetsRule rule) => [];

    internal override IEnumerable<SegmentKey> Visit(CountRule rule) => [];

    internal override IEnumerable<SegmentKey> Visit(InSegmentRule rule) => rule.Segments;

    internal override IEnumerable<SegmentKey> Visit(EveryoneRule rule) => [];
}
