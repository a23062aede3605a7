namespace CandidateCrm.Segments;

/// <summary>Another field of the same candidate, or of the same item. With one side missing a positive comparison is false and a negative one true.</summary>
public sealed record FieldOperand : SegmentOperand
{
    /// <summary>Initializes the operand.</summary>
    /// <param name="field">The name of the field; not empty.</param>
    public FieldOperand(string field)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        Field = field;
    }

    /// <summary>Gets the name of the field.</summary>
    public string Field { get; }

    internal override bool IsKnown() => true;
}
