namespace CandidateCrm.Insights;

/// <summary>How an application stands or ended, as reports count it. The set is closed: rules branch on it.</summary>
public enum OutcomeKind
{
    /// <summary>Still in process: how it will end is not known, which statistics call right-censored.</summary>
    Open,

    /// <summary>The candidate was hired.</summary>
    Hired,

    /// <summary>We said no.</summary>
    Rejected,

    /// <summary>The candidate said no, at whatever stage.</summary>
    Withdrew,

    /// <summary>It ended without a verdict on the person: the position was closed, the application was a duplicate.</summary>
    ClosedOtherwise,
}
