using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Holds the leases of one claim while its batches are recorded one after the other: those that are left are renewed before half of the time is over.</summary>
internal sealed class InboxLeases
{
    private readonly ICrmInbox _inbox;
    private readonly IClock _clock;
    private readonly InboxClaim _claim;
    private readonly Duration _lease;
    private readonly Instant _claimedAt;
    private readonly bool[] _lost;
    private Instant _heldAt;

    /// <summary>Initializes the leases.</summary>
    /// <param name="inbox">The inbox.</param>
    /// <param name="clock">The node's clock: it measures how long the work takes.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="lease">How long a lease holds.</param>
    /// <param name="claimedAt">When the claim was asked for, by the node's clock.</param>
    internal InboxLeases(ICrmInbox inbox, IClock clock, InboxClaim claim, Duration lease, Instant claimedAt)
    {
        _inbox = inbox;
        _clock = clock;
        _claim = claim;
        _lease = lease;
        _claimedAt = _heldAt = claimedAt;
        _lost = new bool[claim.Batches.Length];
    }

    /// <summary>Gets the store's clock as far as it is known: as it was told with the claim, and what has passed since.</summary>
    internal Instant Now => _claim.Now + (_clock.GetCurrentInstant() - _claimedAt);

    /// <summary>Gets how long a lease is left alone: a batch that begins just before that renews as long after, when half of the time is over.</summary>
    private Duration Quarter => _lease / 4;

    /// <summary>Says whether a batch is still the caller's, and renews it and those after it where it is time.</summary>
    internal async ValueTask<bool> HoldAsync(int batch, CancellationToken cancellationToken)
    {
        if (_clock.GetCurrentInstant() - _heldAt >= Quarter)
        {
            await RenewAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        return !_lost[batch];
    }

    /// <summary>Waits for work on a batch, and renews it and those after it as long as that takes.</summary>
    internal async ValueTask<T> WhileAsync<T>(int batch, ValueTask<T> work)
    {
        if (work.IsCompleted)
        {
            return await work.ConfigureAwait(false);
        }

        using var done = new CancellationTokenSource();
        var renewing = RenewUntilAsync(batch, done.Token);
        try
        {
            return await work.ConfigureAwait(false);
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
        }
    }

    private async Task RenewUntilAsync(int batch, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Quarter.ToTimeSpan(), done).ConfigureAwait(false);
                await RenewAsync(batch, done).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The work is done.
        }
    }

    private async ValueTask RenewAsync(int first, CancellationToken cancellationToken)
    {
        var heldAt = _clock.GetCurrentInstant();
        for (var i = first; i < _lost.Length; i++)
        {
            _lost[i] = _lost[i] || !await _inbox.RenewAsync(_claim.Batches[i].Lease, _lease, cancellationToken).ConfigureAwait(false);
        }

        _heldAt = heldAt;
    }
}
