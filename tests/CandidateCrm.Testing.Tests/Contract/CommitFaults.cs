using System.Runtime.CompilerServices;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Forgets the revision check: what comes last wins.</summary>
internal sealed class LastOneWins(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var outcome = await base.CommitAsync(commit, cancellationToken);
            if (outcome.Status != CommitStatus.RevisionConflict || outcome.Conflicts.IsEmpty)
            {
                return outcome;
            }

            var keys = new RelationshipKeys { Tenant = commit.Tenant, Candidates = [.. commit.Relationships.Select(r => r.Next.Key.Candidate)] };
            var there = (await LoadAsync(keys, cancellationToken)).ToDictionary(r => r.Key, r => r.Revision);
            commit = Each(commit, c => c with { ExpectedRevision = there.GetValueOrDefault(c.Next.Key) });
        }
    }
}

/// <summary>Appends to the timeline before it looks at the revision.</summary>
internal sealed class WritesTimelineOnConflict(ManualClock clock) : FaultyStore(clock)
{
    private readonly List<TimelineEvent> _astray = [];

    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit, cancellationToken);
        if (outcome.Status == CommitStatus.RevisionConflict && commit.Relationships.Length == 1)
        {
            lock (_astray)
            {
                _astray.AddRange(commit.Relationships[0].Append);
            }
        }

        return outcome;
    }

    public override async IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(TimelineQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var events = await ReadRightAsync(query);
        if (query.Candidate.IsAssigned)
        {
            events.AddRange(_astray.Where(a => a.Relationship.Candidate == query.Candidate && events.All(e => e.Id != a.Id)));
        }

        foreach (var next in events.OrderBy(e => e.Place))
        {
            yield return next;
        }
    }
}

/// <summary>Writes one relationship after the other and stops at the first that it cannot write.</summary>
internal sealed class WritesInParts(ManualClock clock) : FaultyStore(clock), IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    public void Dispose() => _gate.Dispose();

    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        if (commit.Relationships.Length < 2 || !commit.Documents.IsEmpty || !commit.Claims.IsEmpty)
        {
            return await base.CommitAsync(commit, cancellationToken);
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var change in commit.Relationships)
            {
                var outcome = await base.CommitAsync(commit with { Relationships = [change] }, cancellationToken);
                if (outcome.Status != CommitStatus.Committed)
                {
                    return outcome;
                }
            }

            return CommitOutcome.Committed;
        }
        finally
        {
            _gate.Release();
        }
    }
}

/// <summary>Takes a repetition with another personal part or delivery for another event.</summary>
internal sealed class ComparesPersonalParts(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit, cancellationToken);
        foreach (var next in outcome.Status == CommitStatus.Replayed ? commit.Relationships.SelectMany(r => r.Append) : [])
        {
            var known = await ReadRightAsync(TimelineQuery.Of(commit.Tenant, next.Id));
            if (known.Any(k => k.Batch != next.Batch || k.Correlation != next.Correlation))
            {
                return CommitOutcome.AlreadyClaimed(next.Id);
            }
        }

        return outcome;
    }
}

/// <summary>Has a unique key on ids that does not tell upper from lower case.</summary>
internal sealed class IgnoresCase(ManualClock clock) : FaultyStore(clock)
{
    private readonly HashSet<string> _exact = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folded = new(StringComparer.OrdinalIgnoreCase);

    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        lock (_exact)
        {
            foreach (var next in commit.Relationships.SelectMany(r => r.Append))
            {
                if (!_folded.Add(next.Id.Value) && !_exact.Contains(next.Id.Value))
                {
                    return new(CommitOutcome.AlreadyClaimed(next.Id));
                }

                _exact.Add(next.Id.Value);
            }
        }

        return base.CommitAsync(commit, cancellationToken);
    }
}

/// <summary>Does not remember the rules that a commit was decided under.</summary>
internal sealed class ForgetsRulesPosition(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        base.CommitAsync(commit with { RulesPosition = 1 }, cancellationToken);
}

/// <summary>Reads and writes only the slices that it knows.</summary>
internal sealed class DropsUnknownSlices(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        base.CommitAsync(Each(commit, c => c with { Next = c.Next with { Unknown = [] } }), cancellationToken);
}

/// <summary>Keeps instants as a database does that knows milliseconds only.</summary>
internal sealed class KeepsMilliseconds(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        base.CommitAsync(Each(commit, c => c with { Append = [.. c.Append.Select(e => e with { OccurredAt = Cut(e.OccurredAt) })] }), cancellationToken);

    private static Instant Cut(Instant instant) => Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}

/// <summary>Leaves a cancelled effect cancelled when it is wanted again.</summary>
internal sealed class DoesNotRevive(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var cancelled = new HashSet<EffectKey>();
        foreach (var change in commit.Relationships)
        {
            var effects = await ReadEffectsAsync(EffectQuery.Of(change.Next.Key), cancellationToken);
            cancelled.UnionWith(effects.Where(e => e.State == EffectState.Cancelled).Select(e => e.Effect.Key));
        }

        return await base.CommitAsync(Each(commit, c => c with { Effects = [.. c.Effects.Where(e => e.Make is null || !cancelled.Contains(e.Key))] }), cancellationToken);
    }
}

/// <summary>Hands out what was to be kept for the record only.</summary>
internal sealed class ReleasesWithheld(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        base.CommitAsync(
            Each(commit, c => c with { Effects = [.. c.Effects.Select(e => e.Outcome == EffectOutcome.Withheld ? e with { Outcome = null } : e)] }),
            cancellationToken);
}
