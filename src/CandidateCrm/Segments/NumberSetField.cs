using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>A set of numbers that rules may use.</summary>
public sealed class NumberSetField : OrdinaryField
{
    internal NumberSetField(string name)
        : base(name) => Element = new NumberField(string.Empty);

    /// <summary>Gets the element, for the rule of <see cref="Count"/>.</summary>
    public NumberField Element { get; }

    /// <summary>Has the element.</summary>
    public SegmentRule Contains(decimal element) => new TextRule(Name, TextOperator.Contains, element);

    /// <summary>Is compared with a list.</summary>
    public SegmentRule Compare(SetOperator @operator, params IEnumerable<decimal> values) => new SetsRule(Name, @operator, values.Select(value => (AttributeValue)value));

    /// <summary>A rule holds for so many elements.</summary>
    /// <param name="where">The rule, over <see cref="Element"/>.</param>
    /// <param name="mode">How many.</param>
    /// <param name="threshold">The number or the proportion, where the mode takes one.</param>
    public SegmentRule Count(SegmentRule where, CountMode mode, decimal? threshold = null) => new CountRule(Name, where, mode, threshold);
}
