namespace CandidateCrm.Jobs;

/// <summary>What somebody said to a job.</summary>
public enum JobCommandKind
{
    /// <summary>To rest.</summary>
    Pause,

    /// <summary>To go on.</summary>
    Resume,

    /// <summary>To end.</summary>
    Cancel,

    /// <summary>To begin from the front.</summary>
    Restart,

    /// <summary>To go at another rate.</summary>
    SetRate,
}
