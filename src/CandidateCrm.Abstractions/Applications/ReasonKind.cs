namespace CandidateCrm.Applications;

/// <summary>What a reason is about, whatever the host calls it.</summary>
public enum ReasonKind
{
    /// <summary>Nothing that the others say.</summary>
    Other = 0,

    /// <summary>Somebody else was chosen; the candidate would have been hired otherwise.</summary>
    SecondBest = 1,

    /// <summary>The time was wrong: too early, too late, not available.</summary>
    Timing = 2,

    /// <summary>Skills, experience or formal requirements.</summary>
    Qualification = 3,

    /// <summary>Pay and conditions.</summary>
    Compensation = 4,

    /// <summary>The place of work, or working from afar.</summary>
    Location = 5,

    /// <summary>How the process went: budget, reorganisation, a process that took too long.</summary>
    Process = 6,
}
