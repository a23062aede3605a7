namespace CandidateCrm.Relationships;

/// <summary>Whether the fold could go on from the state alone.</summary>
public enum DecisionStatus
{
    /// <summary>The event or alarm was folded.</summary>
    Applied,

    /// <summary>The event lies at or before the cursor: only a replay of the timeline can tell.</summary>
    NeedsTimeline,
}
