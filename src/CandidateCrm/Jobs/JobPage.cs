using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>What came of one page of a job.</summary>
internal sealed class JobPage
{
    private readonly List<JobFailure> _failures = [];

    /// <summary>Gets when it was begun.</summary>
    internal required Instant BegunAt { get; init; }

    /// <summary>Gets how many rows were in the list at the beginning; null where nobody counted.</summary>
    internal long? Total { get; init; }

    /// <summary>Gets the last row; null where there was none left.</summary>
    internal JobCursor? Last { get; init; }

    /// <summary>Gets until when nothing may be done; null where something was, or nothing is left.</summary>
    internal Instant? Until { get; init; }

    /// <summary>Gets or sets a value indicating whether the lease was lost on the way.</summary>
    internal bool IsLost { get; set; }

    /// <summary>Gets how many rows of the list it has.</summary>
    internal int Rows { get; init; }

    /// <summary>Gets how many relationships stand on it, each once.</summary>
    internal int Relationships { get; init; }

    internal int Changed { get; set; }

    internal int Failed => _failures.Count;

    internal void Fail(CandidateId candidate, Exception error) => _failures.Add(new JobFailure { Candidate = candidate, Code = error.GetType().Name });

    /// <summary>Notes the page on its job. One that was paused or ended meanwhile stays so, and goes on after this page if it ever does.</summary>
    /// <param name="job">The job.</param>
    /// <param name="now">When it is noted.</param>
    /// <param name="rest">When the next page is due; null where it is done at once, under the same lease.</param>
    internal JobDocument NotedOn(JobDocument job, Instant now, Instant? rest)
    {
        var goesOn = job.State is JobState.Waiting or JobState.Running;
        var state = !goesOn ? job.State : Until is not null ? job.State : Last is null ? JobState.Done : JobState.Running;
        return job with
        {
            State = state,
            StartedAt = job.StartedAt ?? (Until is null ? BegunAt : null),
            FinishedAt = goesOn && state == JobState.Done ? now : job.FinishedAt,
            DueAt = !goesOn || state == JobState.Done ? null : Until ?? rest ?? job.DueAt,
            Attempts = 0,
            Cursor = Last ?? job.Cursor,
            LastError = Failed > 0 ? _failures[^1].Code : job.LastError,
            Failures = [.. job.Failures, .. _failures.Take(Job.MostFailures - job.Failures.Length)],
            Progress = new JobProgress
            {
                Done = job.Progress.Done + Rows,
                Changed = job.Progress.Changed + Changed,
                Failed = job.Progress.Failed + Failed,
                Total = job.Progress.Total ?? Total,
            },
        };
    }
}
