namespace CandidateCrm.Charter;

/// <summary>One thing that is wrong with a charter.</summary>
public sealed record CharterFault
{
    /// <summary>Gets the stable code: one of <see cref="CharterFaultCodes"/>, or of those that keep rules from being published.</summary>
    public required string Code { get; init; }

    /// <summary>Gets where, such as <c>expectation answer</c>.</summary>
    public required string Where { get; init; }

    /// <summary>Gets what is wrong and what would be right, in a sentence.</summary>
    public required string Sentence { get; init; }
}
