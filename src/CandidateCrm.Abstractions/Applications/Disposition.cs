namespace CandidateCrm.Applications;

/// <summary>How an application ended.</summary>
public enum Disposition
{
    /// <summary>We said no.</summary>
    Rejected,

    /// <summary>The candidate withdrew.</summary>
    Withdrew,

    /// <summary>The candidate found that the opening does not fit, for example after an honest preview.</summary>
    SelfDeselected,

    /// <summary>The opening was closed.</summary>
    PositionClosed,

    /// <summary>It was the same application twice.</summary>
    Duplicate,

    /// <summary>The candidate was hired.</summary>
    Hired,
}
