using NodaTime;

namespace CandidateCrm.Work;

/// <summary>
/// Holds the leases of one claim while what they are for is done, one after the other: those that are left are renewed at a third of their length,
/// also in the middle of long work. Work whose lease is lost is cancelled.
/// </summary>
internal sealed class LeaseHold
{
    private readonly LeaseTime _time;
    private readonly LeaseTime.Mark _claimedAt;
    private readonly LeaseTime.Mark[] _heldAt;
    private readonly bool[] _lost;
    private LeaseTime.Mark _triedAt;

    /// <summary>Begins to hold.</summary>
    /// <param name="time">Measures how long the work takes.</param>
    /// <param name="claimedAt">When the claim was asked for.</param>
    /// <param name="count">How many leases there are.</param>
    internal LeaseHold(LeaseTime time, LeaseTime.Mark claimedAt, int count)
    {
        _time = time;
        _claimedAt = _triedAt = claimedAt;
        _heldAt = new LeaseTime.Mark[count];
        _lost = new bool[count];
        Array.Fill(_heldAt, claimedAt);
    }

    /// <summary>Gets how long a lease holds.</summary>
    internal required Duration Duration { get; init; }

    /// <summary>Gets the store's clock at the claim.</summary>
    internal required Instant StoreAt { get; init; }

    /// <summary>Gets what asks the store for one lease more time; false where it is lost.</summary>
    internal required Func<int, CancellationToken, ValueTask<bool>> Renew { get; init; }

    /// <summary>Gets the store's clock as far as it is known: as it was told with the claim, and what has passed since.</summary>
    internal Instant Now => StoreAt + _time.ByClock(_claimedAt);

    private Duration Third => Duration / 3;

    internal bool IsLost(int place) => Volatile.Read(ref _lost[place]);

    /// <summary>Says whether a lease is still the caller's, and renews it and those after it where it is time.</summary>
    internal async ValueTask<bool> HoldAsync(int place, CancellationToken cancellationToken)
    {
        if (_time.Since(_heldAt[place]) >= Third)
        {
            await RenewFromAsync(place, cancellationToken).ConfigureAwait(false);
        }

        return !IsLost(place);
    }

    /// <summary>Asks the store whether a lease is still the caller's, whenever that was asked before.</summary>
    internal async ValueTask<bool> HoldAnewAsync(int place, CancellationToken cancellationToken)
    {
        if (await HoldAsync(place, cancellationToken).ConfigureAwait(false))
        {
            await RenewOneAsync(place, cancellationToken).ConfigureAwait(false);
        }

        return !IsLost(place);
    }

    /// <summary>Does work under a lease, and renews it and those after it as long as that takes. The work's token is cancelled where its lease is lost.</summary>
    internal async ValueTask<T> WhileAsync<T>(int place, Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = work(mine.Token);
        if (working.IsCompleted)
        {
            return await working.ConfigureAwait(false);
        }

        using var done = new CancellationTokenSource();
        var renewing = RenewUntilAsync(place, mine, done.Token);
        try
        {
            return await working.ConfigureAwait(false);
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
        }
    }

    private async Task RenewUntilAsync(int place, CancellationTokenSource work, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await _time.WaitAsync(Third - _time.ByTicks(_triedAt), done).ConfigureAwait(false);
                await TryRenewFromAsync(place, done).ConfigureAwait(false);
                if (IsLost(place))
                {
                    await work.CancelAsync().ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The work is done.
        }
    }

    /// <summary>Renews as long as the store answers. One that does not is asked again a third later, until the time of the lease is over: by then somebody else may have it.</summary>
    private async ValueTask TryRenewFromAsync(int first, CancellationToken done)
    {
        using var limit = _time.Limit(Third);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, done);
        try
        {
            await RenewFromAsync(first, either.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whoever does the work asks the same store when it is done, and hears what is wrong.
        catch (Exception error) when (error is not OutOfMemoryException && !done.IsCancellationRequested)
#pragma warning restore CA1031
        {
            for (var i = first; i < _lost.Length; i++)
            {
                Volatile.Write(ref _lost[i], IsLost(i) || _time.ByTicks(_heldAt[i]) >= Duration);
            }
        }
    }

    private async ValueTask RenewFromAsync(int first, CancellationToken cancellationToken)
    {
        _triedAt = _time.Begin();
        for (var i = first; i < _lost.Length; i++)
        {
            await RenewOneAsync(i, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask RenewOneAsync(int place, CancellationToken cancellationToken)
    {
        if (IsLost(place))
        {
            return;
        }

        var heldAt = _time.Begin();
        if (await Renew(place, cancellationToken).ConfigureAwait(false))
        {
            _heldAt[place] = heldAt;
        }
        else
        {
            Volatile.Write(ref _lost[place], true);
        }
    }
}
