namespace CandidateCrm.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>It has done nothing yet: nobody took it up, or its time has not come.</summary>
    Waiting,

    /// <summary>It goes on page by page.</summary>
    Running,

    /// <summary>It rests until somebody resumes it.</summary>
    Paused,

    /// <summary>It went through all relationships; some may have failed.</summary>
    Done,

    /// <summary>Somebody ended it; what it did stays done.</summary>
    Cancelled,

    /// <summary>It could not go on, too often in a row; see <see cref="Job.LastError"/>. Restarting begins from the front.</summary>
    Failed,

    /// <summary>
    /// This version of the library cannot read it, as a rule because a newer one wrote it. Only its name and when it is due are known; all else
    /// is empty or unassigned. It goes on wherever it can be read.
    /// </summary>
    Unreadable,
}
