namespace CandidateCrm.Segments;

/// <summary>What else a schema says of a field.</summary>
public sealed record FieldTerms
{
    /// <summary>Gets who keeps it: the host, unless it is said otherwise.</summary>
    public FieldHome Home { get; init; } = FieldHome.Host;

    /// <summary>Gets a value indicating whether a text or a set of texts is compared exactly, as codes are.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>Gets a value indicating whether it stands close to something protected, so that it is used only while <see cref="Justification"/> is in force.</summary>
    public bool IsProxy { get; init; }

    /// <summary>Gets why the proxy may be used, and until when; null where nobody said so yet. A field with a justification is a proxy.</summary>
    public FieldJustification? Justification { get; init; }
}
