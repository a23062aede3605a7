namespace CandidateCrm.Applications;

/// <summary>What an interviewer gave for one criterion.</summary>
public sealed record ScorecardRow
{
    /// <summary>Gets what was judged.</summary>
    public required CriterionCode Criterion { get; init; }

    /// <summary>Gets the points: 0 to <see cref="OutOf"/>.</summary>
    public required int Points { get; init; }

    /// <summary>Gets the most that could be given: 1 to 1,000.</summary>
    public required int OutOf { get; init; }
}
