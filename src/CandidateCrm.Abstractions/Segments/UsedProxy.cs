namespace CandidateCrm.Segments;

/// <summary>An attribute close to something protected that a rule uses, and why it may.</summary>
public sealed record UsedProxy
{
    /// <summary>Gets the name of the field.</summary>
    public required string Field { get; init; }

    /// <summary>Gets who answers for it, why, and until when.</summary>
    public required FieldJustification Justification { get; init; }
}
