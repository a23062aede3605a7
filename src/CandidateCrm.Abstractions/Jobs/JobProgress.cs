namespace CandidateCrm.Jobs;

/// <summary>How far a job has come. A page that is done again after a crash counts once.</summary>
public readonly record struct JobProgress
{
    /// <summary>Gets how many relationships it has been through, those that failed included.</summary>
    public long Done { get; init; }

    /// <summary>Gets of how many relationships something was written.</summary>
    public long Changed { get; init; }

    /// <summary>Gets how many relationships failed and were passed over.</summary>
    public long Failed { get; init; }

    /// <summary>Gets how many relationships there were at the beginning; null before that, and where there were 10,000 or more.</summary>
    public long? Total { get; init; }
}
