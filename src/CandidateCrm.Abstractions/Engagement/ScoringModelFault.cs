namespace CandidateCrm.Engagement;

/// <summary>One thing that is wrong with a scoring model.</summary>
public sealed record ScoringModelFault
{
    /// <summary>Gets the stable code, one of <see cref="ScoringModelFaultCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the fault in a sentence that names the part.</summary>
    public required string Sentence { get; init; }
}
