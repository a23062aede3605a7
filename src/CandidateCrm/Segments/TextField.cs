using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>A text or code that rules may use.</summary>
public sealed class TextField : OrdinaryField
{
    internal TextField(string name)
        : base(name)
    {
    }

    /// <summary>Compares with a value. Between and not between take two; see the other form.</summary>
    public SegmentRule Compare(CompareOperator @operator, string value) => new CompareRule(Name, @operator, value);

    /// <summary>Compares with another field.</summary>
    public SegmentRule Compare(CompareOperator @operator, TextField other) => new CompareRule(Name, @operator, Of(other));

    /// <summary>Lies between two values, both included, or not between them.</summary>
    public SegmentRule Compare(CompareOperator @operator, string from, string to) => new CompareRule(Name, @operator, from, to);

    /// <summary>Is the value.</summary>
    public SegmentRule Is(string value) => Compare(CompareOperator.Equal, value);

    /// <summary>Is another value, or none.</summary>
    public SegmentRule IsNot(string value) => Compare(CompareOperator.NotEqual, value);

    /// <summary>Is one of the values.</summary>
    public SegmentRule IsOneOf(params IEnumerable<string> values) => new InSetRule(Name, values.Select(value => (AttributeValue)value));

    /// <summary>Is none of the values, or there is none.</summary>
    public SegmentRule IsNoneOf(params IEnumerable<string> values) => new InSetRule(Name, values.Select(value => (AttributeValue)value), isNegated: true);

    /// <summary>Is searched for a text.</summary>
    public SegmentRule Search(TextOperator @operator, string text) => new TextRule(Name, @operator, text);

    /// <summary>Is searched for the text of another field.</summary>
    public SegmentRule Search(TextOperator @operator, TextField other) => new TextRule(Name, @operator, Of(other));

    private static FieldOperand Of(TextField other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FieldOperand(other.Name);
    }
}
