namespace CandidateCrm.Jobs;

/// <summary>The codes of why a command to a job was refused. They never change.</summary>
public static class JobRefusalCodes
{
    /// <summary>There is no such job.</summary>
    public const string Unknown = "job.unknown";

    /// <summary>The job is done, cancelled or failed; it can be restarted.</summary>
    public const string Over = "job.over";

    /// <summary>This version of the library cannot read the job; the one that wrote it can.</summary>
    public const string Unreadable = "job.unreadable";
}
