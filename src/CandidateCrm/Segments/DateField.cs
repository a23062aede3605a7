using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A date that rules may use.</summary>
public sealed class DateField : OrdinaryField
{
    internal DateField(string name)
        : base(name)
    {
    }

    /// <summary>Compares with a value. Between and not between take two; see the other form.</summary>
    public SegmentRule Compare(CompareOperator @operator, LocalDate value) => new CompareRule(Name, @operator, value);

    /// <summary>Compares with another field.</summary>
    public SegmentRule Compare(CompareOperator @operator, DateField other) => new CompareRule(Name, @operator, Of(other));

    /// <summary>Compares with a time seen from now.</summary>
    public SegmentRule Compare(CompareOperator @operator, RelativeOperand time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new CompareRule(Name, @operator, time);
    }

    /// <summary>Lies between two values, both included, or not between them.</summary>
    public SegmentRule Compare(CompareOperator @operator, LocalDate from, LocalDate to) => new CompareRule(Name, @operator, from, to);

    /// <summary>Is the value.</summary>
    public SegmentRule Is(LocalDate value) => Compare(CompareOperator.Equal, value);

    /// <summary>Is another value, or none.</summary>
    public SegmentRule IsNot(LocalDate value) => Compare(CompareOperator.NotEqual, value);

    /// <summary>Is one of the values.</summary>
    public SegmentRule IsOneOf(params IEnumerable<LocalDate> values) => new InSetRule(Name, values.Select(value => (AttributeValue)value));

    /// <summary>Is none of the values, or there is none.</summary>
    public SegmentRule IsNoneOf(params IEnumerable<LocalDate> values) => new InSetRule(Name, values.Select(value => (AttributeValue)value), isNegated: true);

    /// <summary>Lies so far from now, as the operator says.</summary>
    public SegmentRule Lies(TimeOperator @operator, int count, TimeUnit unit) => new TimeRule(Name, @operator, count, unit);

    /// <summary>Lies in a period of the calendar, or not in it.</summary>
    public SegmentRule Lies(TimeOperator @operator, CalendarPeriod period) => new TimeRule(Name, @operator, period);

    private static FieldOperand Of(DateField other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FieldOperand(other.Name);
    }
}
