using CandidateCrm.Jobs;

namespace CandidateCrm.Work;

/// <summary>Runs due work, the outbox, the inbox and jobs once.</summary>
internal sealed class CrmRunner(DueWork dueWork, OutboxDispatch outbox, InboxWork inbox, JobRunner jobs) : ICrmRunner
{
    public ValueTask<DueWorkReport> RunDueWorkAsync(CancellationToken cancellationToken = default) => dueWork.RunAsync(cancellationToken);

    public ValueTask<OutboxReport> DrainOutboxAsync(CancellationToken cancellationToken = default) => outbox.DrainAsync(cancellationToken);

    public ValueTask<InboxReport> RunInboxAsync(CancellationToken cancellationToken = default) => inbox.RunAsync(cancellationToken);

    public ValueTask<JobReport> RunJobsAsync(CancellationToken cancellationToken = default) => jobs.RunAsync(cancellationToken);
}
