namespace CandidateCrm.Engagement;

/// <summary>What came of a criterion.</summary>
public enum FitOutcome
{
    /// <summary>It does not hold: no points.</summary>
    Missed,

    /// <summary>It holds: all of its points.</summary>
    Met,

    /// <summary>It cannot be known, because a value that it compares is not there: no points, and less coverage.</summary>
    Unknown,
}
