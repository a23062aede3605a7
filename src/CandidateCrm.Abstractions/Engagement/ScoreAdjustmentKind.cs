namespace CandidateCrm.Engagement;

/// <summary>What changed the running total of a score.</summary>
public enum ScoreAdjustmentKind
{
    /// <summary>The cap of a group.</summary>
    GroupCap = 0,

    /// <summary>The largest score of the model.</summary>
    Ceiling = 1,

    /// <summary>The least score of the model.</summary>
    Floor = 2,
}
