namespace CandidateCrm.Segments;

/// <summary>How the parts of a group are joined.</summary>
public enum ExplainedGroup
{
    /// <summary>All of them have to hold.</summary>
    And,

    /// <summary>One of them has to hold.</summary>
    Or,
}
