namespace CandidateCrm.Rules;

/// <summary>What became of something that was to be published.</summary>
public enum PublishStatus
{
    /// <summary>It is in the log.</summary>
    Published,

    /// <summary>It has faults; nothing was written.</summary>
    Refused,

    /// <summary>Somebody else published meanwhile; nothing was written. Read again, and decide again.</summary>
    PositionConflict,

    /// <summary>It is so already; nothing was written, and what is scheduled stays.</summary>
    Unchanged,
}
