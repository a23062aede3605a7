using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>A number that rules may use.</summary>
public sealed class NumberField : OrdinaryField
{
    internal NumberField(string name)
        : base(name)
    {
    }

    /// <summary>Compares with a value. Between and not between take two; see the other form.</summary>
    public SegmentRule Compare(CompareOperator @operator, decimal value) => new CompareRule(Name, @operator, value);

    /// <summary>Compares with another field.</summary>
    public SegmentRule Compare(CompareOperator @operator, NumberField other) => new CompareRule(Name, @operator, Of(other));

    /// <summary>Lies between two values, both included, or not between them.</summary>
    public SegmentRule Compare(CompareOperator @operator, decimal from, decimal to) => new CompareRule(Name, @operator, from, to);

    /// <summary>Is the value.</summary>
    public SegmentRule Is(decimal value) => Compare(CompareOperator.Equal, value);

    /// <summary>Is another value, or none.</summary>
    public SegmentRule IsNot(decimal value) => Compare(CompareOperator.NotEqual, value);

    /// <summary>Is one of the values.</summary>
    public SegmentRule IsOneOf(params IEnumerable<decimal> values) => new InSetRule(Name, values.Select(value => (AttributeValue)value));

    /// <summary>Is none of the values, or there is none.</summary>
    public SegmentRule IsNoneOf(params IEnumerable<decimal> values) => new InSetRule(Name, values.Select(value => (AttributeValue)value), isNegated: true);

    private static FieldOperand Of(NumberField other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FieldOperand(other.Name);
    }
}
