namespace CandidateCrm.Engagement;

/// <summary>One of the three terms of an experience.</summary>
public sealed record ExperienceTerm
{
    /// <summary>Gets which.</summary>
    public required ExperienceTermKind Kind { get; init; }

    /// <summary>Gets its weight.</summary>
    public required decimal Weight { get; init; }

    /// <summary>Gets the valence of the moment, or the mean of all, rounded half to even at 9 decimal places.</summary>
    public required decimal Valence { get; init; }

    /// <summary>Gets what it adds: weight times valence, exactly.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Gets the moment; null for the mean.</summary>
    public ExperienceMoment? Moment { get; init; }
}
