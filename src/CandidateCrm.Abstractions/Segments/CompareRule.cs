namespace CandidateCrm.Segments;

/// <summary>A field compared with an operand, or with two. Where there is no value a positive comparison is false and a negative one true.</summary>
public sealed record CompareRule : SegmentRule
{
    /// <summary>Initializes a comparison with one operand.</summary>
    /// <exception cref="ArgumentException">The operator is one of between.</exception>
    public CompareRule(string field, CompareOperator @operator, SegmentOperand operand)
    {
        ArgumentNullException.ThrowIfNull(operand);
        Field = Known.Field(field);
        Operator = IsBetween(Known.Member(@operator, nameof(@operator)))
            ? throw new ArgumentException("Between takes two operands.", nameof(@operator))
            : @operator;
        Operand = operand;
    }

    /// <summary>Initializes a comparison with two bounds, both included. Literals are swapped into order here, where their order is known without the field, and all bounds when they are compared.</summary>
    /// <exception cref="ArgumentException">The operator is not one of between.</exception>
    public CompareRule(string field, CompareOperator @operator, SegmentOperand from, SegmentOperand to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        Field = Known.Field(field);
        Operator = IsBetween(@operator) ? @operator : throw new ArgumentException("Only between takes two operands.", nameof(@operator));
        (Operand, UpTo) = BoundOrder.IsReversed(from, to) ? (to, from) : (from, to);
    }

    /// <summary>Gets the name of the field.</summary>
    public string Field { get; }

    /// <summary>Gets the operator.</summary>
    public CompareOperator Operator { get; }

    /// <summary>Gets what it is compared with; the first bound of between.</summary>
    public SegmentOperand Operand { get; }

    /// <summary>Gets the second bound of between; null for every other operator.</summary>
    public SegmentOperand? UpTo { get; }

    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);

    private static bool IsBetween(CompareOperator @operator) => @operator is CompareOperator.Between or CompareOperator.NotBetween;
}
