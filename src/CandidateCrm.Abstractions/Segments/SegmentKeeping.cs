namespace CandidateCrm.Segments;

/// <summary>Whether the CRM knows at any time who is in a segment.</summary>
public enum SegmentKeeping
{
    /// <summary>The rule is evaluated when it is asked. A segment that a kept one refers to is kept all the same.</summary>
    OnDemand,

    /// <summary>Membership stands with each candidate, follows every fact and the clock, and coming and going are events.</summary>
    Kept,
}
