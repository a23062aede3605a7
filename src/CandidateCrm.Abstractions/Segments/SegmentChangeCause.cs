namespace CandidateCrm.Segments;

/// <summary>Why somebody came into a segment, or left it.</summary>
public enum SegmentChangeCause
{
    /// <summary>What is known of the candidate changed.</summary>
    Data,

    /// <summary>Time passed.</summary>
    Time,

    /// <summary>The rules of the tenant changed.</summary>
    Rule,

    /// <summary>The candidate came into a segment that the rule refers to, or left it.</summary>
    Reference,

    /// <summary>Somebody decided it by hand.</summary>
    Hand,
}
