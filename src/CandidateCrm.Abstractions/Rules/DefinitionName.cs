namespace CandidateCrm.Rules;

/// <summary>Names a definition of a tenant: its kind and its key, such as <c>expectation/acknowledge-application</c>.</summary>
public readonly record struct DefinitionName
{
    /// <summary>Initializes a name.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="key">The key of the definition within its kind.</param>
    public DefinitionName(DefinitionKind kind, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        Kind = kind;
        Key = key;
    }

    /// <summary>Gets the kind.</summary>
    public DefinitionKind Kind { get; }

    /// <summary>Gets the key within the kind.</summary>
    public string Key { get; }

    /// <summary>Returns kind and key with a slash between them.</summary>
    public override string ToString() => $"{Kind}/{Key}";
}
