namespace CandidateCrm.Rules;

/// <summary>One thing that is wrong with rules: where, what, and what would be right.</summary>
public sealed record RulesFault
{
    /// <summary>Gets the stable code, such as <c>expectation.calendar_unknown</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the definition, such as <c>expectation acknowledge-application</c>.</summary>
    public required string Where { get; init; }

    /// <summary>Gets a sentence that says what is wrong and what would be right.</summary>
    public required string Sentence { get; init; }

    /// <summary>Returns all three.</summary>
    public override string ToString() => $"{Where}: {Sentence} ({Code})";
}
