namespace CandidateCrm.Rules;

/// <summary>One definition of a version of the rules: its name, its own version, and the hash of its content.</summary>
public readonly record struct ManifestRow
{
    /// <summary>Gets the name.</summary>
    public required DefinitionName Name { get; init; }

    /// <summary>Gets the definition's own version, from 1 on; 1 for kinds that count none.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the hash of the content.</summary>
    public required DefinitionHash Hash { get; init; }
}
