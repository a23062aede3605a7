using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Claims effects, and gives back under its lease what was not handed over.</summary>
internal sealed class OutboxLeases(IOutboxQueue queue, LeaseTime time, OutboxOptions options)
{
    private const string GivenBack = "effect.given_back";

    /// <summary>Claims the next effects, and begins to hold their leases.</summary>
    internal async ValueTask<(OutboxClaim Claim, LeaseHold Hold)> ClaimAsync(CancellationToken cancellationToken)
    {
        var claimedAt = time.Begin();
        var request = new ClaimRequest { Max = options.BatchSize, Lease = options.Lease };
        var claim = await queue.ClaimAsync(request, cancellationToken).ConfigureAwait(false);
        var hold = new LeaseHold(time, claimedAt, claim.Effects.Length)
        {
            Duration = options.Lease,
            StoreAt = claim.Now,
            Renew = (place, token) => queue.RenewAsync(claim.Effects[place].Lease, options.Lease, token),
        };
        return (claim, hold);
    }

    /// <summary>Notes that it was tried in vain: it is tried again after a pause, or parked. True where it is parked.</summary>
    internal async ValueTask<bool> FailAsync(ClaimedEffect claimed, Exception error, Instant now, CancellationToken cancellationToken)
    {
        var attempts = claimed.Record.Attempts + 1;
        var parks = attempts >= options.MostAttempts;
        var failure = new EffectFailure
        {
            Lease = claimed.Lease,
            Code = error.GetType().Name,
            RetryAt = parks ? null : now + RetryPause.After(attempts, options.FirstPause, $"{claimed.Record.Relationship}/{claimed.Record.Effect.Key}"),
        };
        await queue.FailAsync(failure, cancellationToken).ConfigureAwait(false);
        return parks;
    }

    /// <summary>Gives back what was not tried, so that no attempt is counted.</summary>
    internal ValueTask<bool> GiveBackAsync(ClaimedEffect claimed, string code, Instant lookAt, CancellationToken cancellationToken) =>
        queue.FailAsync(new EffectFailure { Lease = claimed.Lease, Code = code, IsAttempt = false, RetryAt = lookAt }, cancellationToken);

    /// <summary>Gives back what is left of a claim that was cancelled, for others to take at once. What the store does not take back waits for the end of its lease.</summary>
    internal ValueTask GiveBackFromAsync(OutboxClaim claim, int first) =>
        LeftOver.GiveBackAsync(claim.Effects[first..], async claimed => await GiveBackAsync(claimed, GivenBack, claim.Now, CancellationToken.None).ConfigureAwait(false));
}
