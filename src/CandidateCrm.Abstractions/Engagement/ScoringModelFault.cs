namespace CandidateCrm.Engagement;

/// <summary>One thing that is wrong with a scoring model.</summary>
public sealed record ScoringModelFault
{
    /// <summary>Gets the stable code, one of <see cref="ScoringModelFaultCodes"/>; where the form of a text is wrong, one of <see cref="Rules.RulesFaultCodes"/>, such as <c>rules.member_missing</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the fault in a sentence that names the part and says what would be right.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets where in a text it is, such as <c>signals[2].weight</c>, or which of several models it concerns, such as <c>models[1]</c>; empty for what concerns the model as a whole, or a model that was not read.</summary>
    public string Where { get; init; } = string.Empty;

    /// <summary>Returns all three.</summary>
    public override string ToString() => Where.Length == 0 ? $"{Sentence} ({Code})" : $"{Where}: {Sentence} ({Code})";
}
