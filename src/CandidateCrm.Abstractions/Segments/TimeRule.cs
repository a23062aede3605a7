namespace CandidateCrm.Segments;

/// <summary>Where a date or an instant lies, seen from now.</summary>
public sealed record TimeRule : SegmentRule
{
    /// <summary>Initializes a condition over a length of time.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="operator">Any operator but those of periods.</param>
    /// <param name="count">How many units: 1 or more.</param>
    /// <param name="unit">The unit.</param>
    public TimeRule(string field, TimeOperator @operator, int count, TimeUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Field = Known.Field(field);
        Operator = IsPeriod(Known.Member(@operator, nameof(@operator)))
            ? throw new ArgumentException("This operator takes a period.", nameof(@operator))
            : @operator;
        Count = count;
        Unit = Known.Member(unit, nameof(unit));
    }

    /// <summary>Initializes a condition over a period.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="operator"><see cref="TimeOperator.InPeriod"/> or <see cref="TimeOperator.NotInPeriod"/>.</param>
    /// <param name="period">The period.</param>
    public TimeRule(string field, TimeOperator @operator, CalendarPeriod period)
    {
        Field = Known.Field(field);
        Operator = IsPeriod(@operator) ? @operator : throw new ArgumentException("This operator takes a length of time.", nameof(@operator));
        Period = Known.Member(period, nameof(period));
    }

    /// <summary>Gets the name of the field.</summary>
    public string Field { get; }

    /// <summary>Gets the operator.</summary>
    public TimeOperator Operator { get; }

    /// <summary>Gets how many units; 0 where there is a period.</summary>
    public int Count { get; }

    /// <summary>Gets the unit; of no meaning where there is a period.</summary>
    public TimeUnit Unit { get; }

    /// <summary>Gets the period; null where there is a length of time.</summary>
    public CalendarPeriod? Period { get; }

    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);

    private static bool IsPeriod(TimeOperator @operator) => @operator is TimeOperator.InPeriod or TimeOperator.NotInPeriod;
}
