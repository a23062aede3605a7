namespace CandidateCrm.Segments;

/// <summary>What somebody decided by hand about a candidate and a segment.</summary>
public enum SegmentDecision
{
    /// <summary>The candidate is in, whatever the rule says.</summary>
    PutIn,

    /// <summary>The candidate is not in, whatever the rule says.</summary>
    TakenOut,

    /// <summary>The rule decides again; of a segment without a rule, the candidate is not in.</summary>
    Released,
}
