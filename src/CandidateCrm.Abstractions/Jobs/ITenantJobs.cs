using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Jobs;

/// <summary>
/// The jobs of one tenant. A command is kept with the job, who gave it and why: 0 to 500 characters in their words. A job that runs obeys once
/// its present page is done. A job that this version cannot read (<see cref="JobState.Unreadable"/>) is listed, and refuses every command.
/// </summary>
public interface ITenantJobs
{
    /// <summary>Lists a page of jobs, those that are over included, in ordinal order of their names.</summary>
    /// <param name="after">The last name of the page before; unassigned for the first page.</param>
    /// <param name="max">The largest number of jobs: 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<Job>> ListAsync(JobId after = default, int max = 100, CancellationToken cancellationToken = default);

    /// <summary>Returns a job, or null.</summary>
    ValueTask<Job?> FindAsync(JobId job, CancellationToken cancellationToken = default);

    /// <summary>Has a job rest. One that rests already goes on resting.</summary>
    /// <exception cref="ArgumentException">The reason is longer than 500 characters, or has half a surrogate pair.</exception>
    /// <exception cref="BusyException">The document of the job changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<JobAnswer> PauseAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default);

    /// <summary>Has a job that rests go on where it stopped. One that does not rest is left alone.</summary>
    /// <exception cref="ArgumentException">The reason is longer than 500 characters, or has half a surrogate pair.</exception>
    /// <exception cref="BusyException">The document of the job changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<JobAnswer> ResumeAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default);

    /// <summary>Ends a job. What it did stays done.</summary>
    /// <exception cref="ArgumentException">The reason is longer than 500 characters, or has half a surrogate pair.</exception>
    /// <exception cref="BusyException">The document of the job changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<JobAnswer> CancelAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default);

    /// <summary>Has a job begin from the front, whether it is over or not. What is done already does no harm: each job does the same once.</summary>
    /// <exception cref="ArgumentException">The reason is longer than 500 characters, or has half a surrogate pair.</exception>
    /// <exception cref="BusyException">The document of the job changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<JobAnswer> RestartAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default);

    /// <summary>Has a job go at another rate: 1 to 100,000 relationships a second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of that range.</exception>
    /// <exception cref="ArgumentException">The reason is longer than 500 characters, or has half a surrogate pair.</exception>
    /// <exception cref="BusyException">The document of the job changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<JobAnswer> SetRateAsync(JobId job, int perSecond, Actor by, string why = "", CancellationToken cancellationToken = default);
}
