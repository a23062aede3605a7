using CandidateCrm.Storage;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Hands out the newest fact first.</summary>
internal sealed class TurnsBatchesRound(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<InboxClaim> ClaimAsync(InboxClaimRequest request, CancellationToken cancellationToken)
    {
        var claim = await base.ClaimAsync(request, cancellationToken);
        return claim with { Batches = [.. claim.Batches.Select(b => b with { Facts = [.. b.Facts.Reverse()] })] };
    }
}

/// <summary>Removes all waiting facts of the candidate when a batch is completed, also those that came meanwhile.</summary>
internal sealed class CompletesTooMuch(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken)
    {
        if (!await base.CompleteAsync(lease, cancellationToken))
        {
            return false;
        }

        var all = new InboxClaimRequest { MaxCandidates = 5_000, MaxFacts = 10_000 };
        foreach (var batch in (await base.ClaimAsync(all, cancellationToken)).Batches)
        {
            await (batch.Lease.Relationship == lease.Relationship
                ? base.CompleteAsync(batch.Lease, cancellationToken)
                : base.FailAsync(new InboxFailure { Lease = batch.Lease, Code = "given.back", RetryAt = Clock.GetCurrentInstant() }, cancellationToken));
        }

        return true;
    }
}

/// <summary>Does not look at the fence: whoever holds the facts by now, they are held, completed and failed for him.</summary>
internal sealed class ForgetsFenceOfInbox(ManualClock clock) : FaultyStore(clock)
{
    private readonly Dictionary<string, InboxLease> _newest = new(StringComparer.Ordinal);

    public override async ValueTask<InboxClaim> ClaimAsync(InboxClaimRequest request, CancellationToken cancellationToken)
    {
        var claim = await base.ClaimAsync(request, cancellationToken);
        foreach (var batch in claim.Batches)
        {
            _newest[batch.Lease.Relationship.ToString()] = batch.Lease;
        }

        return claim;
    }

    public override ValueTask<bool> RenewAsync(InboxLease lease, Duration duration, CancellationToken cancellationToken) => base.RenewAsync(Newest(lease), duration, cancellationToken);

    public override ValueTask<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken) => base.CompleteAsync(Newest(lease), cancellationToken);

    public override ValueTask<bool> FailAsync(InboxFailure failure, CancellationToken cancellationToken) => base.FailAsync(failure with { Lease = Newest(failure.Lease) }, cancellationToken);

    private InboxLease Newest(InboxLease lease) => _newest.GetValueOrDefault(lease.Relationship.ToString(), lease);
}

/// <summary>Writes facts one by one, up to the first that it refuses.</summary>
internal sealed class AppendsInParts(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask AppendAsync(InboxAppend append, CancellationToken cancellationToken)
    {
        foreach (var fact in append.Facts)
        {
            await base.AppendAsync(append with { Facts = [fact] }, cancellationToken);
        }
    }
}

/// <summary>Writes without the transaction that it was given.</summary>
internal sealed class IgnoresTransactions(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask AppendAsync(InboxAppend append, CancellationToken cancellationToken) => base.AppendAsync(append with { Transaction = null }, cancellationToken);
}

/// <summary>Takes a fact of an id that waits already for a repetition.</summary>
internal sealed class JudgesIds(ManualClock clock) : FaultyStore(clock)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public override ValueTask AppendAsync(InboxAppend append, CancellationToken cancellationToken) =>
        base.AppendAsync(append with { Facts = [.. append.Facts.Where(f => _ids.Add($"{f.Relationship} {f.Id}"))] }, cancellationToken);
}

/// <summary>Serves the tenant that comes first in the alphabet until it has nothing more.</summary>
internal sealed class ServesOneTenantsInbox(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<InboxClaim> ClaimAsync(InboxClaimRequest request, CancellationToken cancellationToken)
    {
        var claim = await base.ClaimAsync(request with { MaxCandidates = 5_000 }, cancellationToken);
        var ordered = claim.Batches.OrderBy(b => b.Lease.Relationship.Tenant.Value, StringComparer.Ordinal).ToArray();
        foreach (var batch in ordered.Skip(request.MaxCandidates))
        {
            await base.FailAsync(new InboxFailure { Lease = batch.Lease, Code = "given.back", RetryAt = Clock.GetCurrentInstant() }, cancellationToken);
        }

        return claim with { Batches = [.. ordered.Take(request.MaxCandidates)] };
    }
}

/// <summary>Tries failed facts again at once.</summary>
internal sealed class RetriesFactsAtOnce(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<bool> FailAsync(InboxFailure failure, CancellationToken cancellationToken) =>
        base.FailAsync(failure.RetryAt is null ? failure : failure with { RetryAt = Clock.GetCurrentInstant() }, cancellationToken);
}

/// <summary>Puts what failed at the end of the line, as if it had come just now.</summary>
internal sealed class LosesThePlaceOfFailures(ManualClock clock) : FaultyStore(clock)
{
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);

    public override ValueTask<bool> FailAsync(InboxFailure failure, CancellationToken cancellationToken)
    {
        _failed.Add(failure.Lease.Relationship.ToString());
        return base.FailAsync(failure, cancellationToken);
    }

    public override async ValueTask<InboxClaim> ClaimAsync(InboxClaimRequest request, CancellationToken cancellationToken)
    {
        var claim = await base.ClaimAsync(request, cancellationToken);
        return claim with { Batches = [.. claim.Batches.OrderBy(b => _failed.Contains(b.Lease.Relationship.ToString()) ? 1 : 0)] };
    }
}

/// <summary>Forgets the inbox when it erases.</summary>
internal sealed class KeepsWaitingFactsOfErased(ManualClock clock) : FaultyStore(clock)
{
    private readonly InMemoryCrmStore _inbox = new(clock);

    public override ValueTask AppendAsync(InboxAppend append, CancellationToken cancellationToken) => _inbox.AppendAsync(append, cancellationToken);

    public override ValueTask<InboxClaim> ClaimAsync(InboxClaimRequest request, CancellationToken cancellationToken) => _inbox.ClaimAsync(request, cancellationToken);

    public override ValueTask<bool> RenewAsync(InboxLease lease, Duration duration, CancellationToken cancellationToken) => _inbox.RenewAsync(lease, duration, cancellationToken);

    public override ValueTask<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken) => _inbox.CompleteAsync(lease, cancellationToken);

    public override ValueTask<bool> FailAsync(InboxFailure failure, CancellationToken cancellationToken) => _inbox.FailAsync(failure, cancellationToken);

    public override async ValueTask<IReadOnlyList<ParkedRow>> ListParkedAsync(ParkedQuery query, CancellationToken cancellationToken) =>
        [.. (await _inbox.ListParkedAsync(query, cancellationToken)).Concat(await base.ListParkedAsync(query, cancellationToken)).Take(query.Max)];

    public override ValueTask<bool> RedriveAsync(ParkedRow row, CancellationToken cancellationToken) =>
        row.Queue == ParkedQueue.Inbox ? _inbox.RedriveAsync(row, cancellationToken) : base.RedriveAsync(row, cancellationToken);

    public override ValueTask<bool> DropAsync(ParkedRow row, CancellationToken cancellationToken) => _inbox.DropAsync(row, cancellationToken);
}
