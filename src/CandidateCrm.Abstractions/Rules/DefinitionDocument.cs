namespace CandidateCrm.Rules;

/// <summary>A definition in its stored form: canonical JSON under the hash of it.</summary>
public sealed record DefinitionDocument
{
    /// <summary>Gets the hash of the JSON.</summary>
    public required DefinitionHash Hash { get; init; }

    /// <summary>Gets the kind.</summary>
    public required DefinitionKind Kind { get; init; }

    /// <summary>Gets the canonical JSON: members in a fixed order, no blanks.</summary>
    public required string Json { get; init; }

    /// <summary>Returns kind and hash.</summary>
    public override string ToString() => $"{Kind} {Hash}";
}
