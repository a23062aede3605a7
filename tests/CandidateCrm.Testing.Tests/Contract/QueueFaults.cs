using System.Collections.Concurrent;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Does not look at the fence of an alarm's lease.</summary>
internal sealed class ForgetsFenceOfAlarms(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit, cancellationToken);
        return outcome.Status == CommitStatus.LeaseLost && commit.Lease is { Effect: "" }
            ? await base.CommitAsync(commit with { Lease = null }, cancellationToken)
            : outcome;
    }
}

/// <summary>Does not look at the fence of an effect's lease.</summary>
internal sealed class ForgetsFenceOfEffects(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit, cancellationToken);
        return outcome.Status == CommitStatus.LeaseLost && commit.Lease is { Effect: not "" }
            ? await base.CommitAsync(commit with { Lease = null }, cancellationToken)
            : outcome;
    }
}

/// <summary>Rings alarms up to a second early, as a store does that rounds to seconds.</summary>
internal sealed class RingsEarly(ManualClock clock) : FaultyStore(clock)
{
    private static readonly Duration Early = Duration.FromMilliseconds(999);

    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        base.CommitAsync(Each(commit, c => c with { Next = Moved(c.Next, -Early) }), cancellationToken);

    public override async ValueTask<IReadOnlyList<Relationship>> LoadAsync(RelationshipKeys keys, CancellationToken cancellationToken) =>
        [.. (await base.LoadAsync(keys, cancellationToken)).Select(r => Moved(r, Early))];

    private static Relationship Moved(Relationship relationship, Duration by) => relationship with { WakeAt = relationship.WakeAt + by };
}

/// <summary>Keeps the instant at which what is listened to changes as the alarm, and does not look at when failed features are tried again.</summary>
internal sealed class IndexesWakeAt(ManualClock clock) : FaultyStore(clock)
{
    private readonly ConcurrentDictionary<(RelationshipKey, long), Redrive?> _apart = new();

    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(Each(commit, c => c with { Next = c.Next with { Redrive = null } }), cancellationToken);
        foreach (var written in outcome.Status == CommitStatus.Committed ? commit.Relationships : [])
        {
            _apart[(written.Next.Key, written.ExpectedRevision + 1)] = written.Next.Redrive;
        }

        return outcome;
    }

    public override async ValueTask<IReadOnlyList<Relationship>> LoadAsync(RelationshipKeys keys, CancellationToken cancellationToken) =>
        [.. (await base.LoadAsync(keys, cancellationToken)).Select(r => r with { Redrive = _apart.GetValueOrDefault((r.Key, r.Revision)) })];
}

/// <summary>Adds to what is left of a lease instead of counting from now on.</summary>
internal sealed class RenewsFromTheEnd(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<bool> RenewAsync(Lease lease, Duration duration, CancellationToken cancellationToken) =>
        base.RenewAsync(lease, duration + (lease.Until - Clock.GetCurrentInstant()), cancellationToken);
}

/// <summary>Serves the tenant that comes first in the alphabet until it has nothing more.</summary>
internal sealed class ServesOneTenant(ManualClock clock) : FaultyStore(clock)
{
    protected override async ValueTask<WorkClaim> ClaimAlarmsAsync(ClaimRequest request)
    {
        var claim = await base.ClaimAlarmsAsync(request with { Max = 5_000 });
        var ordered = claim.Leases.OrderBy(l => l.Relationship.Tenant.Value, StringComparer.Ordinal).ToArray();
        foreach (var lease in ordered.Skip(request.Max))
        {
            await ReleaseAsync(lease, CancellationToken.None);
        }

        return claim with { Leases = [.. ordered.Take(request.Max)] };
    }
}

/// <summary>Tries a parked effect again at once.</summary>
internal sealed class NeverParks(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<bool> FailAsync(EffectFailure failure, CancellationToken cancellationToken) =>
        base.FailAsync(failure.IsAttempt ? failure with { RetryAt = failure.RetryAt ?? Clock.GetCurrentInstant() } : failure, cancellationToken);
}

/// <summary>Counts an effect that was only held as one that failed.</summary>
internal sealed class CountsHolds(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<bool> FailAsync(EffectFailure failure, CancellationToken cancellationToken) =>
        base.FailAsync(failure.RetryAt is null ? failure : failure with { IsAttempt = true }, cancellationToken);
}

/// <summary>Parks an effect that was held and does not say when to look again.</summary>
internal sealed class ParksHolds(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<bool> FailAsync(EffectFailure failure, CancellationToken cancellationToken) =>
        base.FailAsync(failure.RetryAt is null ? failure with { IsAttempt = true } : failure, cancellationToken);
}

/// <summary>Gives an effect that was held to the next caller at once.</summary>
internal sealed class LooksAtOnce(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<bool> FailAsync(EffectFailure failure, CancellationToken cancellationToken) =>
        base.FailAsync(failure is { IsAttempt: false, RetryAt: not null } ? failure with { RetryAt = Clock.GetCurrentInstant() } : failure, cancellationToken);
}

/// <summary>Tries a failed effect again at once.</summary>
internal sealed class RetriesAtOnce(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<bool> FailAsync(EffectFailure failure, CancellationToken cancellationToken) =>
        base.FailAsync(failure.RetryAt is null || !failure.IsAttempt ? failure : failure with { RetryAt = Clock.GetCurrentInstant() }, cancellationToken);
}
