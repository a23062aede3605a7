namespace CandidateCrm.Segments;

/// <summary>What a schema says of one field.</summary>
public sealed record SegmentField
{
    /// <summary>Gets the name by which rules know it; empty only for the element of a set.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the type.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Gets what it may be used for.</summary>
    public required AttributeClass Class { get; init; }

    /// <summary>Gets who keeps it.</summary>
    public required FieldHome Home { get; init; }

    /// <summary>Gets a value indicating whether texts are compared exactly. Codes always are.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>Gets why a proxy may be used, and until when; null for none.</summary>
    public FieldJustification? Justification { get; init; }

    /// <summary>Gets the fields of an item of a collection, or the one field without a name that is the element of a set; null for other types.</summary>
    public SegmentSchema? Items { get; init; }

    /// <summary>Returns name, type and class.</summary>
    public override string ToString() => $"{Name}: {Type}, {Class}";
}
