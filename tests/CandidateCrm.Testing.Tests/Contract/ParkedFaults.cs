using CandidateCrm.Storage;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Pages parked rows by their number.</summary>
internal sealed class PagesParkedByOffset(ManualClock clock) : FaultyStore(clock)
{
    private readonly Dictionary<ParkedRow, int> _numbers = [];

    public override async ValueTask<IReadOnlyList<ParkedRow>> ListParkedAsync(ParkedQuery query, CancellationToken cancellationToken)
    {
        var all = await base.ListParkedAsync(query with { After = null, Max = 1_000 }, cancellationToken);
        var skipped = query.After is { } after && _numbers.TryGetValue(after, out var number) ? number : 0;
        ParkedRow[] page = [.. all.Skip(skipped).Take(query.Max)];
        for (var i = 0; i < page.Length; i++)
        {
            _numbers[page[i]] = skipped + i + 1;
        }

        return page;
    }
}

/// <summary>Pages by candidate alone.</summary>
internal sealed class PagesParkedByCandidate(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<IReadOnlyList<ParkedRow>> ListParkedAsync(ParkedQuery query, CancellationToken cancellationToken) =>
        [.. (await base.ListParkedAsync(query with { Max = 1_000 }, cancellationToken)).Where(r => query.After is null || r.Relationship != query.After.Relationship).Take(query.Max)];
}

/// <summary>Says that a row was redriven, but goes on counting where it stopped.</summary>
internal sealed class KeepsAttempts(ManualClock clock) : FaultyStore(clock)
{
    private readonly Dictionary<string, int> _attempts = new(StringComparer.Ordinal);

    public override async ValueTask<bool> RedriveAsync(ParkedRow row, CancellationToken cancellationToken)
    {
        var redriven = await base.RedriveAsync(row, cancellationToken);
        _attempts[row.Relationship.ToString()] = redriven && row.Queue == ParkedQueue.Inbox ? row.Attempts : 0;
        return redriven;
    }

    public override async ValueTask<InboxClaim> ClaimAsync(InboxClaimRequest request, CancellationToken cancellationToken)
    {
        var claim = await base.ClaimAsync(request, cancellationToken);
        return claim with { Batches = [.. claim.Batches.Select(b => b with { Attempts = b.Attempts + _attempts.GetValueOrDefault(b.Lease.Relationship.ToString()) })] };
    }
}

/// <summary>Drops whatever waits, parked or not.</summary>
internal sealed class DropsWhatIsNotParked(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<bool> DropAsync(ParkedRow row, CancellationToken cancellationToken)
    {
        if (row.Queue == ParkedQueue.Outbox || await base.DropAsync(row, cancellationToken))
        {
            return await base.DropAsync(row, cancellationToken) || true;
        }

        var claim = await base.ClaimAsync(new InboxClaimRequest { MaxCandidates = 5_000 }, cancellationToken);
        var found = false;
        foreach (var batch in claim.Batches)
        {
            found |= batch.Lease.Relationship == row.Relationship;
            await (batch.Lease.Relationship == row.Relationship
                ? base.CompleteAsync(batch.Lease, cancellationToken)
                : base.FailAsync(new InboxFailure { Lease = batch.Lease, Code = "given.back", RetryAt = Clock.GetCurrentInstant() }, cancellationToken));
        }

        return found;
    }
}

/// <summary>Drops effects too: nothing on the timeline says so.</summary>
internal sealed class DropsEffects(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<bool> DropAsync(ParkedRow row, CancellationToken cancellationToken) =>
        row.Queue == ParkedQueue.Outbox ? RedriveAsync(row, cancellationToken) : base.DropAsync(row, cancellationToken);
}

/// <summary>Lists parked rows of all queues by candidate.</summary>
internal sealed class SortsParkedByCandidate(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<IReadOnlyList<ParkedRow>> ListParkedAsync(ParkedQuery query, CancellationToken cancellationToken)
    {
        var all = (await base.ListParkedAsync(query with { After = null, Max = 1_000 }, cancellationToken))
            .OrderBy(r => r.Relationship.Candidate.Value, StringComparer.Ordinal).ThenBy(r => r.Item, StringComparer.Ordinal).ToList();
        return [.. all.Skip(query.After is null ? 0 : all.IndexOf(query.After) + 1).Take(query.Max)];
    }
}
