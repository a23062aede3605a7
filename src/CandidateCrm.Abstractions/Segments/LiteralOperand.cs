namespace CandidateCrm.Segments;

/// <summary>A value that stands in the rule.</summary>
public sealed record LiteralOperand : SegmentOperand
{
    /// <summary>Initializes the operand.</summary>
    /// <param name="value">A value; not the default.</param>
    public LiteralOperand(SegmentValue value) =>
        Value = value.Kind != SegmentValueKind.None ? value : throw new ArgumentException("A literal has a value.", nameof(value));

    /// <summary>Gets the value.</summary>
    public SegmentValue Value { get; }

    internal override bool IsKnown() => true;
}
