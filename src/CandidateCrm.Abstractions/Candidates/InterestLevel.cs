namespace CandidateCrm.Candidates;

/// <summary>How much a person wants to change the job, from little to much. Closed: rules branch on it.</summary>
public enum InterestLevel
{
    /// <summary>Nobody knows.</summary>
    Unknown = 0,

    /// <summary>None at all.</summary>
    None = 1,

    /// <summary>Little.</summary>
    Low = 2,

    /// <summary>Some.</summary>
    Medium = 3,

    /// <summary>Much.</summary>
    High = 4,
}
