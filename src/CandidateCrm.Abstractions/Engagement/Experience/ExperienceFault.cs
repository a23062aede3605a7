namespace CandidateCrm.Engagement;

/// <summary>One thing that is wrong with a model of experience.</summary>
public sealed record ExperienceFault
{
    /// <summary>Gets the stable code, one of <see cref="ExperienceFaultCodes"/>; where the form of a text is wrong, one of <see cref="Rules.RulesFaultCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the place, such as <c>surveys[0]</c>; empty for the whole.</summary>
    public required string Where { get; init; }

    /// <summary>Gets a sentence that says what is wrong and what would be right.</summary>
    public required string Sentence { get; init; }

    /// <summary>Returns all three.</summary>
    public override string ToString() => Where.Length == 0 ? $"{Sentence} ({Code})" : $"{Where}: {Sentence} ({Code})";
}
