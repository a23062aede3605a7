namespace CandidateCrm.Rules;

/// <summary>A published definition that this version of the library cannot read or compile.</summary>
public readonly record struct UnreadableDefinition
{
    /// <summary>Gets which one.</summary>
    public required ManifestRow Definition { get; init; }

    /// <summary>Gets the code of what is wrong.</summary>
    public required string Code { get; init; }
}
