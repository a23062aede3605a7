namespace CandidateCrm.Tenants;

/// <summary>Why a fact was refused at the door.</summary>
public sealed record Refusal
{
    /// <summary>Gets the stable code; see <see cref="Timeline.FindingCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets a sentence that says what is wrong and what would be right, without the fact's data.</summary>
    public required string Sentence { get; init; }
}
