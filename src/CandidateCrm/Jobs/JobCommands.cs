using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>What a command makes of a job.</summary>
internal static class JobCommands
{
    internal static readonly Refusal Over = new() { Code = JobRefusalCodes.Over, Sentence = "The job is done, cancelled or failed; it can be restarted." };

    internal static readonly Refusal Unknown = new() { Code = JobRefusalCodes.Unknown, Sentence = "There is no job of that name. ListAsync names all of them." };

    internal static readonly Refusal Unreadable = new() { Code = JobRefusalCodes.Unreadable, Sentence = "This version of the library cannot read the job. Give the command to a node with the version that wrote it." };

    /// <summary>Returns the job after a command, the same one where there is nothing to do, or why it is refused.</summary>
    internal static (JobDocument? Next, Refusal? Refusal) Obey(JobDocument job, JobCommand command, int? rate) => command.Kind switch
    {
        JobCommandKind.Restart => (Noted(Begun(job, command.At), command), null),
        JobCommandKind.Cancel when job.State == JobState.Cancelled => (job, null),
        _ when job.IsOver => (null, Over),
        JobCommandKind.Cancel => (Noted(job with { State = JobState.Cancelled, FinishedAt = command.At, DueAt = null }, command), null),
        JobCommandKind.Pause when job.State == JobState.Paused => (job, null),
        JobCommandKind.Pause => (Noted(job with { State = JobState.Paused, DueAt = null }, command), null),
        JobCommandKind.Resume when job.State != JobState.Paused => (job, null),
        JobCommandKind.Resume => (Noted(job with { State = job.StartedAt is null ? JobState.Waiting : JobState.Running, Attempts = 0, DueAt = Instant.Max(command.At, job.NotBefore) }, command), null),
        _ => (Noted(job with { RatePerSecond = rate!.Value }, command), null),
    };

    /// <summary>Has a job begin from the front.</summary>
    private static JobDocument Begun(JobDocument job, Instant now) => job with
    {
        State = JobState.Waiting,
        Run = job.Run + 1,
        RestartedAt = Microseconds.Floor(now),
        Attempts = 0,
        Cursor = null,
        Progress = default,
        LastError = null,
        Failures = [],
        StartedAt = null,
        FinishedAt = null,
        DueAt = Instant.Max(now, job.NotBefore),
    };

    private static JobDocument Noted(JobDocument job, JobCommand command) =>
        job with { Commands = [.. job.Commands.Skip(job.Commands.Length + 1 - Job.MostCommands), command] };
}
