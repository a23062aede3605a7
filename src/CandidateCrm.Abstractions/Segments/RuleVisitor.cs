namespace CandidateCrm.Segments;

/// <summary>Something that is done with each kind of rule. A new kind does not compile until everything that reads rules knows it.</summary>
internal abstract class RuleVisitor<TResult>
{
    internal abstract TResult Visit(AndRule rule);

    internal abstract TResult Visit(OrRule rule);

    internal abstract TResult Visit(NotRule rule);

    internal abstract TResult Visit(CompareRule rule);

    internal abstract TResult Visit(InSetRule rule);

    internal abstract TResult Visit(TextRule rule);

    internal abstract TResult Visit(HasValueRule rule);

    internal abstract TResult Visit(TimeRule rule);

    internal abstract TResult Visit(SetsRule rule);

    internal abstract TResult Visit(CountRule rule);

    internal abstract TResult Visit(InSegmentRule rule);

    internal abstract TResult Visit(EveryoneRule rule);
}
