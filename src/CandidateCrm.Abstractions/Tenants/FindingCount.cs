namespace CandidateCrm.Tenants;

/// <summary>How many findings there are with a code.</summary>
public sealed record FindingCount
{
    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets how many.</summary>
    public required long Findings { get; init; }
}
