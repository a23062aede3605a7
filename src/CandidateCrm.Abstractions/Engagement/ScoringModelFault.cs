namespace CandidateCrm.Engagement;

/// <summary>One thing that is wrong with a scoring model.</summary>
public sealed record ScoringModelFault
{
    /// <summary>Gets the stable code, one of <see cref="ScoringModelFaultCodes"/>; where the form of a text is wrong, one of <see cref="Rules.RulesFaultCodes"/>, such as <c>rules.member_missing</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the fault in a sentence that names the part and says what would be right.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets where in the model it is, by the names of its text, such as <c>signals[2].weight</c>; of several models with their place, such as <c>models[1].floor</c>. Empty for what concerns the whole text.</summary>
    public string Where { get; init; } = string.Empty;

    /// <summary>Returns all three.</summary>
    public override string ToString() => Where.Length == 0 ? $"{Sentence} ({Code})" : $"{Where}: {Sentence} ({Code})";
}
