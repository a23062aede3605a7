namespace CandidateCrm.Engagement;

/// <summary>One thing that is wrong with a model of fit.</summary>
public sealed record FitFault
{
    /// <summary>Gets the stable code, one of <see cref="FitFaultCodes"/>, of the codes of segments, or of those of documents.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the place, such as <c>criteria[0].rule.rules[1].field</c>; empty for the whole.</summary>
    public required string Where { get; init; }

    /// <summary>Gets a sentence that says what is wrong and what would be right.</summary>
    public required string Sentence { get; init; }

    /// <summary>Returns all three.</summary>
    public override string ToString() => Where.Length == 0 ? $"{Sentence} ({Code})" : $"{Where}: {Sentence} ({Code})";
}
