using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>A value that stands in the rule.</summary>
public sealed record LiteralOperand : SegmentOperand
{
    /// <summary>Initializes the operand.</summary>
    /// <param name="value">One value: not the default, and no set.</param>
    public LiteralOperand(AttributeValue value) => Value = Known.Value(value, nameof(value));

    /// <summary>Gets the value.</summary>
    public AttributeValue Value { get; }

    internal override bool IsKnown() => true;
}
