using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>An instant that rules may use.</summary>
public sealed class InstantField : OrdinaryField
{
    internal InstantField(string name)
        : base(name)
    {
    }

    /// <summary>Compares with a value. Between and not between take two; see the other form.</summary>
    public SegmentRule Compare(CompareOperator @operator, Instant value) => new CompareRule(Name, @operator, value);

    /// <summary>Compares with another field.</summary>
    public SegmentRule Compare(CompareOperator @operator, InstantField other) => new CompareRule(Name, @operator, Of(other));

    /// <summary>Compares with a time seen from now.</summary>
    public SegmentRule Compare(CompareOperator @operator, RelativeOperand time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new CompareRule(Name, @operator, time);
    }

    /// <summary>Lies between two values, both included, or not between them.</summary>
    public SegmentRule Compare(CompareOperator @operator, Instant from, Instant to) => new CompareRule(Name, @operator, from, to);

    /// <summary>Is the value.</summary>
    public SegmentRule Is(Instant value) => Compare(CompareOperator.Equal, value);

    /// <summary>Is another value, or none.</summary>
    public SegmentRule IsNot(Instant value) => Compare(CompareOperator.NotEqual, value);

    /// <summary>Is one of the values.</summary>
    public SegmentRule IsOneOf(params IEnumerable<Instant> values) => new InSetRule(Name, values.Select(value => (AttributeValue)value));

    /// <summary>Is none of the values, or there is none.</summary>
    public SegmentRule IsNoneOf(params IEnumerable<Instant> values) => new InSetRule(Name, values.Select(value => (AttributeValue)value), isNegated: true);

    /// <summary>Lies so far from now, as the operator says.</summary>
    public SegmentRule Lies(TimeOperator @operator, int count, TimeUnit unit) => new TimeRule(Name, @operator, count, unit);

    /// <summary>Lies in a period of the calendar, or not in it.</summary>
    public SegmentRule Lies(TimeOperator @operator, CalendarPeriod period) => new TimeRule(Name, @operator, period);

    private static FieldOperand Of(InstantField other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FieldOperand(other.Name);
    }
}
