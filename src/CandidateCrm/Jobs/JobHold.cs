using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Holds the lease on a job while its pages are done: once a third of the time is over, it is renewed.</summary>
internal sealed class JobHold
{
    private readonly IJobQueue _queue;
    private readonly IClock _clock;
    private readonly Duration _duration;
    private readonly Instant _storeAt;
    private readonly Instant _claimedAt;
    private Instant _heldAt;

    /// <summary>Begins to hold.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="clock">The node's clock: it measures how long the work takes.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="duration">How long a lease holds.</param>
    /// <param name="storeAt">The store's clock at the claim.</param>
    /// <param name="claimedAt">The node's clock when the claim was asked for.</param>
    internal JobHold(IJobQueue queue, IClock clock, DocumentLease lease, Duration duration, Instant storeAt, Instant claimedAt)
    {
        _queue = queue;
        _clock = clock;
        Lease = lease;
        _duration = duration;
        _storeAt = storeAt;
        _claimedAt = _heldAt = claimedAt;
    }

    internal DocumentLease Lease { get; }

    /// <summary>Gets the store's clock as far as it is known: as it was told with the claim, and what has passed since.</summary>
    internal Instant Now => _storeAt + (_clock.GetCurrentInstant() - _claimedAt);

    /// <summary>Renews the lease where it is time; false where it is lost.</summary>
    internal async ValueTask<bool> RenewAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetCurrentInstant();
        if (now - _heldAt < _duration / 3)
        {
            return true;
        }

        _heldAt = now;
        return await _queue.RenewAsync(Lease, _duration, cancellationToken).ConfigureAwait(false);
    }

    internal ValueTask ReleaseAsync() => _queue.ReleaseAsync(Lease, CancellationToken.None);
}
