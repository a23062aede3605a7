namespace CandidateCrm.Tenants;

/// <summary>Why something was refused. Each member that holds one names the codes that it may have.</summary>
public sealed record Refusal
{
    /// <summary>Gets the stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets a sentence that says what is wrong and what would be right, without any data of a person.</summary>
    public required string Sentence { get; init; }
}
