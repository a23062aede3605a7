namespace CandidateCrm.Segments;

/// <summary>A text or code is searched for another one, or a set for an element. Ordinal, without culture and trimming, under the case rule of the field.</summary>
public sealed record TextRule : SegmentRule
{
    /// <summary>Initializes the condition.</summary>
    public TextRule(string field, TextOperator @operator, SegmentOperand operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        Field = Known.Field(field);
        Operator = Known.Member(@operator, nameof(@operator));
        Operand = operand;
    }

    /// <summary>Gets the name of the field.</summary>
    public string Field { get; }

    /// <summary>Gets the operator.</summary>
    public TextOperator Operator { get; }

    /// <summary>Gets what is searched for: a literal or another field.</summary>
    public SegmentOperand Operand { get; }

    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);
}
