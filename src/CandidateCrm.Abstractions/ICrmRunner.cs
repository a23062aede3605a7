namespace CandidateCrm;

/// <summary>What workers do, once, for all tenants. Safe to call from several nodes at the same time.</summary>
public interface ICrmRunner
{
    /// <summary>Claims alarms that are due and settles them, until none is left or the call is cancelled.</summary>
    ValueTask<DueWorkReport> RunDueWorkAsync(CancellationToken cancellationToken = default);

    /// <summary>Hands over pending effects, until none is left that could be tried now or the call is cancelled.</summary>
    ValueTask<OutboxReport> DrainOutboxAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Records submitted facts, each candidate's batch in one commit, until none is left that could be tried now or the call is cancelled.
    /// What a cancelled or dying round leaves is recorded by the next one, once the lease has run out; nothing is lost and nothing counts twice.
    /// </summary>
    ValueTask<InboxReport> RunInboxAsync(CancellationToken cancellationToken = default);
}
