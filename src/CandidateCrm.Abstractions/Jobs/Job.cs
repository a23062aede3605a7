using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Work over many relationships of one tenant, done page by page by <see cref="ICrmRunner.RunJobsAsync"/>, and how far it has come.</summary>
public sealed record Job
{
    /// <summary>The largest number of failures that a job lists; <see cref="JobProgress.Failed"/> counts them all.</summary>
    public const int MostFailures = 100;

    /// <summary>The largest number of commands that a job keeps: the newest ones.</summary>
    public const int MostCommands = 100;

    /// <summary>Gets the name.</summary>
    public required JobId Id { get; init; }

    /// <summary>Gets what it does.</summary>
    public required JobKind Kind { get; init; }

    /// <summary>Gets what it is about, as ids and codes: the position of the rules, the batch, which faults, the scores, or the requisition and the number of its closing.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required JobState State { get; init; }

    /// <summary>Gets how far it has come, since it was last restarted.</summary>
    public JobProgress Progress { get; init; }

    /// <summary>Gets who asked for it.</summary>
    public required Actor StartedBy { get; init; }

    /// <summary>Gets why, in the words of who asked for it; empty where nothing was said.</summary>
    [PersonalData]
    public string Why { get; init; } = string.Empty;

    /// <summary>Gets when it was first asked for.</summary>
    public required Instant OrderedAt
    {
        get;
        init => field = Microseconds.Floor(value);
    }

    /// <summary>Gets when its first page was begun; null before that.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>Gets when it was done, cancelled or failed; null before that.</summary>
    public Instant? FinishedAt { get; init; }

    /// <summary>Gets when its next pages are due; null where nothing is.</summary>
    public Instant? NextAt { get; init; }

    /// <summary>Gets the largest number of relationships a second, over some time; all jobs of the tenant together are no faster than the fastest of them may be.</summary>
    public required int RatePerSecond { get; init; }

    /// <summary>Gets the kind of the last error of a relationship or a page, never its message; null where there was none.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets the first relationships that failed, up to <see cref="MostFailures"/>.</summary>
    public ImmutableArray<JobFailure> Failures { get; init; } = [];

    /// <summary>Gets what was said to it, oldest first.</summary>
    public ImmutableArray<JobCommand> Commands { get; init; } = [];

    /// <summary>Gets a value indicating whether it does nothing more unless it is restarted.</summary>
    public bool IsOver => State is JobState.Done or JobState.Cancelled or JobState.Failed;

    /// <summary>Returns name and state.</summary>
    public override string ToString() => $"Job {Id} {State}";
}
