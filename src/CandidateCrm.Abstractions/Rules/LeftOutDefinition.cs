namespace CandidateCrm.Rules;

/// <summary>A definition that a manifest names and that could not be taken into the rules.</summary>
public readonly record struct LeftOutDefinition
{
    /// <summary>Gets its row of the manifest.</summary>
    public required ManifestRow Row { get; init; }

    /// <summary>Gets the stable code of the first thing that is wrong with it, such as <see cref="RulesFaultCodes.TooNew"/>.</summary>
    public required string Code { get; init; }
}
