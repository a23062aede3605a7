namespace CandidateCrm.Storage;

/// <summary>Hands out pending effects, across tenants. An effect is finished by the commit that records its outcome under the lease.</summary>
public interface IOutboxQueue
{
    /// <summary>Claims pending effects whose turn it is: of each candidate only the oldest unfinished one, nothing before its next attempt, nothing parked.</summary>
    ValueTask<OutboxClaim> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken);

    /// <summary>Holds a lease for longer, from now on; false where it is lost.</summary>
    ValueTask<bool> RenewAsync(Lease lease, NodaTime.Duration duration, CancellationToken cancellationToken);

    /// <summary>Records a failure and gives the effect back, or parks it; false where the lease is lost. One that was not tried keeps its number of attempts.</summary>
    /// <exception cref="ArgumentException">It was not tried, and nothing says when to look again.</exception>
    ValueTask<bool> FailAsync(EffectFailure failure, CancellationToken cancellationToken);
}
