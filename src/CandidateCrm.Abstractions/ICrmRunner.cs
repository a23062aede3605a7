namespace CandidateCrm;

/// <summary>What workers do, once, for all tenants. Safe to call from several nodes at the same time.</summary>
public interface ICrmRunner
{
    /// <summary>Claims alarms that are due and settles them, until none is left or the call is cancelled; then what it holds is given back.</summary>
    ValueTask<DueWorkReport> RunDueWorkAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Hands over pending effects, until none is left that could be tried now or the call is cancelled; then what it holds is given back. A handler
    /// may take longer than the lease, which is renewed meanwhile; where that fails, its token is cancelled, because another node may begin.
    /// </summary>
    ValueTask<OutboxReport> DrainOutboxAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Records submitted facts, each candidate's batch in one commit, until none is left that could be tried now or the call is cancelled.
    /// What a cancelled round leaves is recorded by the next one, and what a dying one leaves once the lease has run out; nothing is lost and nothing counts twice.
    /// </summary>
    ValueTask<InboxReport> RunInboxAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Does pages of jobs that are due, until none is or the call is cancelled; where a rate is waited for, that is soon, so a host calls it
    /// every second or so. A page that a dying round left half done is done again once the lease has run out, and changes nothing twice.
    /// </summary>
    ValueTask<JobReport> RunJobsAsync(CancellationToken cancellationToken = default);
}
