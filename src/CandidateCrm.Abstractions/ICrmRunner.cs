namespace CandidateCrm;

/// <summary>What workers do, once, for all tenants. Safe to call from several nodes at the same time.</summary>
public interface ICrmRunner
{
    /// <summary>Claims alarms that are due and settles them, until none is left or the call is cancelled.</summary>
    ValueTask<DueWorkReport> RunDueWorkAsync(CancellationToken cancellationToken = default);

    /// <summary>Hands over pending effects, until none is left that could be tried now or the call is cancelled.</summary>
    ValueTask<OutboxReport> DrainOutboxAsync(CancellationToken cancellationToken = default);
}
