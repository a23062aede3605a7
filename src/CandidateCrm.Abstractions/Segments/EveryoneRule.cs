namespace CandidateCrm.Segments;

/// <summary>Holds for everyone. It has to be said: nothing that is empty means it.</summary>
public sealed record EveryoneRule : SegmentRule
{
    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);
}
