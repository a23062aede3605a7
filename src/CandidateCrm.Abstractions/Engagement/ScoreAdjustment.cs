namespace CandidateCrm.Engagement;

/// <summary>The difference that a cap of a group, the ceiling or the floor made to the running total; never 0.</summary>
public sealed record ScoreAdjustment
{
    /// <summary>Gets what made the difference.</summary>
    public required ScoreAdjustmentKind Kind { get; init; }

    /// <summary>Gets the group; null for ceiling and floor.</summary>
    public SignalGroupKey? Group { get; init; }

    /// <summary>Gets the difference, exactly.</summary>
    public required decimal Amount { get; init; }
}
