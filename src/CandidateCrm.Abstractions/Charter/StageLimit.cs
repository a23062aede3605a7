using CandidateCrm.Applications;

namespace CandidateCrm.Charter;

/// <summary>How long a silence may last in a stage.</summary>
public sealed record StageLimit
{
    /// <summary>Gets the stage; unassigned for every stage.</summary>
    public StageKey Stage { get; init; }

    /// <summary>Gets the kind of stage; null for every kind.</summary>
    public StageCategory? Category { get; init; }

    /// <summary>Gets the time allowed.</summary>
    public required Limit Limit { get; init; }

    /// <summary>Says whether a stage is meant.</summary>
    public bool Means(StageKey stage, StageCategory category) => (!Stage.IsAssigned || Stage == stage) && (Category is null || Category == category);
}
