using System.Collections.Concurrent;
using System.Collections.Frozen;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>What is paused, for who hands something over. What was read is good for some seconds; what this process pauses or resumes is seen at once.</summary>
internal sealed class PauseBoards(ITenantDocuments documents, IClock clock)
{
    /// <summary>How long what was read is used without asking again: what another node pauses is seen within it.</summary>
    internal static readonly Duration Freshness = Duration.FromSeconds(5);

    private readonly ConcurrentDictionary<TenantId, Known> _known = new();
    private long _changes;

    internal async ValueTask<PauseBoard> OfAsync(TenantId tenant, CancellationToken cancellationToken) =>
        new(
            await ReadAsync(TenantId.Installation, cancellationToken).ConfigureAwait(false),
            await ReadAsync(tenant, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads what is paused now, whatever was read before: for who asks why, not for who sends.</summary>
    internal async ValueTask<PauseBoard> OfNowAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        Forget();
        return await OfAsync(tenant, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has everything read again. What is being read at this moment, and may be of before, is not used again either.</summary>
    internal void Forget() => Interlocked.Increment(ref _changes);

    private ValueTask<FrozenDictionary<PauseScope, Pause>> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var changes = Interlocked.Read(ref _changes);
        return _known.TryGetValue(tenant, out var known) && known.IsFresh(now, changes)
            ? new ValueTask<FrozenDictionary<PauseScope, Pause>>(known.Pauses)
            : ReadNowAsync(tenant, now, changes, cancellationToken);
    }

    private async ValueTask<FrozenDictionary<PauseScope, Pause>> ReadNowAsync(TenantId tenant, Instant now, long changes, CancellationToken cancellationToken)
    {
        var all = await PauseDocuments.ReadAllAsync(documents, tenant, cancellationToken).ConfigureAwait(false);
        var pauses = all.ToFrozenDictionary(one => one.Pause.Scope, one => one.Pause);
        _known[tenant] = new Known(pauses, now, changes);
        return pauses;
    }

    private sealed record Known(FrozenDictionary<PauseScope, Pause> Pauses, Instant ReadAt, long Changes)
    {
        // A clock that was set back does not keep alive what was read long ago.
        internal bool IsFresh(Instant now, long changes) => Changes == changes && now >= ReadAt && now - ReadAt <= Freshness;
    }
}
