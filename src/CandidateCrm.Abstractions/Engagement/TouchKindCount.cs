using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>How many touchpoints of one kind there were.</summary>
public readonly record struct TouchKindCount
{
    /// <summary>Gets the kind.</summary>
    public required TouchKind Kind { get; init; }

    /// <summary>Gets the number of touchpoints, quantities not counted.</summary>
    public required long Count { get; init; }
}
