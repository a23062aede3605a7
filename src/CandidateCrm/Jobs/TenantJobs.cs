using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Jobs;

/// <summary>The jobs of one tenant.</summary>
internal sealed class TenantJobs(TenantId tenant, JobDesk desk) : ITenantJobs
{
    public async ValueTask<IReadOnlyList<Job>> ListAsync(JobId after = default, int max = 100, CancellationToken cancellationToken = default) =>
        await desk.ListAsync(tenant, after, max, cancellationToken).ConfigureAwait(false);

    public async ValueTask<Job?> FindAsync(JobId job, CancellationToken cancellationToken = default) =>
        await desk.ReadAsync(JobDocument.KeyOf(tenant, job), cancellationToken).ConfigureAwait(false) is { } stored ? JobDesk.JobOf(stored) : null;

    public ValueTask<JobAnswer> PauseAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default) =>
        SayAsync(job, desk.Command(JobCommandKind.Pause, by, why), rate: null, cancellationToken);

    public ValueTask<JobAnswer> ResumeAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default) =>
        SayAsync(job, desk.Command(JobCommandKind.Resume, by, why), rate: null, cancellationToken);

    public ValueTask<JobAnswer> CancelAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default) =>
        SayAsync(job, desk.Command(JobCommandKind.Cancel, by, why), rate: null, cancellationToken);

    public ValueTask<JobAnswer> RestartAsync(JobId job, Actor by, string why = "", CancellationToken cancellationToken = default) =>
        SayAsync(job, desk.Command(JobCommandKind.Restart, by, why), rate: null, cancellationToken);

    public ValueTask<JobAnswer> SetRateAsync(JobId job, int perSecond, Actor by, string why = "", CancellationToken cancellationToken = default) =>
        perSecond is >= 1 and <= 100_000
            ? SayAsync(job, desk.Command(JobCommandKind.SetRate, by, why), perSecond, cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(perSecond), perSecond, "A job goes at 1 to 100,000 relationships a second.");

    private ValueTask<JobAnswer> SayAsync(JobId job, JobCommand command, int? rate, CancellationToken cancellationToken) =>
        desk.CommandAsync(JobDocument.KeyOf(tenant, job), command, rate, cancellationToken);
}
