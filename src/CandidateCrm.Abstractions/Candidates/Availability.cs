namespace CandidateCrm.Candidates;

/// <summary>Whether a person looks for another job. Closed: rules branch on it.</summary>
public enum Availability
{
    /// <summary>Nobody knows.</summary>
    Unknown = 0,

    /// <summary>Does not want to change.</summary>
    NotLooking = 1,

    /// <summary>Does not look, and may listen.</summary>
    Passive = 2,

    /// <summary>Looks for another job.</summary>
    Active = 3,
}
