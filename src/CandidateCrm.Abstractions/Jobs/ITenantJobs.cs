using CandidateCrm.Timeline;

namespace CandidateCrm.Jobs;

/// <summary>The jobs of one tenant. A command is kept with the job, who gave it and why; a job that runs obeys once its present page is done.</summary>
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
    ValueTask<JobAnswer> PauseAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default);

    /// <summary>Has a job that rests go on where it stopped. One that does not rest is left alone.</summary>
    ValueTask<JobAnswer> ResumeAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default);

    /// <summary>Ends a job. What it did stays done.</summary>
    ValueTask<JobAnswer> CancelAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default);

    /// <summary>Has a job begin from the front, whether it is over or not. What is done already does no harm: each job does the same once.</summary>
    ValueTask<JobAnswer> RestartAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default);

    /// <summary>Has a job go at another rate: 1 to 100,000 relationships a second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of that range.</exception>
    ValueTask<JobAnswer> SetRateAsync(JobId job, int perSecond, Actor by, string why = "", CancellationToken cancellationToken = default);
}
