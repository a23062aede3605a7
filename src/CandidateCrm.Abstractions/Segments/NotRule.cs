namespace CandidateCrm.Segments;

/// <summary>The complement of a rule: <c>not (x &lt; 5)</c> holds where there is no x, and is not <c>x &gt;= 5</c>.</summary>
public sealed record NotRule : SegmentRule
{
    /// <summary>Initializes the complement.</summary>
    public NotRule(SegmentRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Rule = rule;
        Depth = rule is AndRule or OrRule ? rule.Depth : 1 + rule.Depth;
    }

    /// <summary>Gets the rule that must not hold.</summary>
    public SegmentRule Rule { get; }

    internal override int Depth { get; }

    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);
}
