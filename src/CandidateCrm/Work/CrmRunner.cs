namespace CandidateCrm.Work;

/// <summary>Runs due work, the outbox and the inbox once.</summary>
internal sealed class CrmRunner(DueWork dueWork, OutboxDispatch outbox, InboxWork inbox) : ICrmRunner
{
    public ValueTask<DueWorkReport> RunDueWorkAsync(CancellationToken cancellationToken = default) => dueWork.RunAsync(cancellationToken);

    public ValueTask<OutboxReport> DrainOutboxAsync(CancellationToken cancellationToken = default) => outbox.DrainAsync(cancellationToken);

    public ValueTask<InboxReport> RunInboxAsync(CancellationToken cancellationToken = default) => inbox.RunAsync(cancellationToken);
}
