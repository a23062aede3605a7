namespace CandidateCrm.Work;

/// <summary>Runs due work and the outbox once.</summary>
internal sealed class CrmRunner(DueWork dueWork, OutboxDispatch outbox) : ICrmRunner
{
    public ValueTask<DueWorkReport> RunDueWorkAsync(CancellationToken cancellationToken = default) => dueWork.RunAsync(cancellationToken);

    public ValueTask<OutboxReport> DrainOutboxAsync(CancellationToken cancellationToken = default) => outbox.DrainAsync(cancellationToken);
}
