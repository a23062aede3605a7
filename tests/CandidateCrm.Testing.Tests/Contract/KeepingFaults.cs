using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Takes a checkpoint at the very place for one before it.</summary>
internal sealed class LoadsCheckpointsAtThePlace(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before, CancellationToken cancellationToken) =>
        base.LoadCheckpointAsync(key, new TimelinePlace(before.Micros, before.Rank, before.SourceOrder, before.Id, before.Ordinal + 1), cancellationToken);
}

/// <summary>Loads the newest checkpoint, whatever the place.</summary>
internal sealed class LoadsTheNewestCheckpoint(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before, CancellationToken cancellationToken) =>
        base.LoadCheckpointAsync(key, TimelinePlace.Alarm(Instant.FromUtc(2100, 1, 1, 0, 0)), cancellationToken);
}

/// <summary>Loads a checkpoint at the instant of a place as well, though it may stand after it.</summary>
internal sealed class LoadsCheckpointsAtTheInstant(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before, CancellationToken cancellationToken) =>
        base.LoadCheckpointAsync(key, new TimelinePlace(before.Micros + 1, TimelinePlace.BoundaryRank, long.MinValue), cancellationToken);
}

/// <summary>Compares the places of checkpoints by their instants alone.</summary>
internal sealed class ComparesCheckpointsByInstant(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before, CancellationToken cancellationToken) =>
        base.LoadCheckpointAsync(key, new TimelinePlace(before.Micros, TimelinePlace.BoundaryRank), cancellationToken);
}

/// <summary>Keeps checkpoints that a corrected past has made wrong.</summary>
internal sealed class NeverDropsCheckpoints(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
        base.CommitAsync(Each(commit, c => c with { DropCheckpointsFrom = null }), cancellationToken);
}

/// <summary>Replaces the rows of lists that grow as it does those of the state.</summary>
internal sealed class ReplacesGrowingRows(ManualClock clock) : FaultyStore(clock)
{
    private readonly Dictionary<RelationshipKey, IndexRow[]> _grown = [];

    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(Each(commit, c => c with { RemoveRows = [.. c.RemoveRows, .. Grown(c.Next.Key)] }), cancellationToken);
        foreach (var change in outcome.Status == CommitStatus.Committed ? commit.Relationships : [])
        {
            lock (_grown)
            {
                _grown[change.Next.Key] = [.. change.AddRows];
            }
        }

        return outcome;
    }

    private IndexRow[] Grown(RelationshipKey key)
    {
        lock (_grown)
        {
            return _grown.GetValueOrDefault(key, []);
        }
    }
}

/// <summary>Reads every list upwards.</summary>
internal sealed class NeverDescends(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken) =>
        base.QueryAsync(query with { Descending = false }, cancellationToken);
}

/// <summary>Reads effects from the instant after the one that was asked.</summary>
internal sealed class ReadsEffectsAfter(ManualClock clock) : FaultyStore(clock)
{
    public override ValueTask<IReadOnlyList<EffectRecord>> ReadEffectsAsync(EffectQuery query, CancellationToken cancellationToken) =>
        base.ReadEffectsAsync(query with { From = query.From + Duration.FromTicks(10) }, cancellationToken);
}

/// <summary>Has a feed of what is told only.</summary>
internal sealed class FeedsNoRetractions(ManualClock clock) : FaultyStore(clock)
{
    protected override async ValueTask<FeedPage> ReadFeedAsync(FeedQuery query)
    {
        var page = await base.ReadFeedAsync(query);
        return page with { Events = [.. page.Events.Where(e => !e.Retracted)] };
    }
}

/// <summary>Reads the marks of the timeline into a feed: what was retracted since was never true.</summary>
internal sealed class FeedsPresentMarks(ManualClock clock) : FaultyStore(clock)
{
    protected override async ValueTask<FeedPage> ReadFeedAsync(FeedQuery query)
    {
        var page = await base.ReadFeedAsync(query);
        var marked = page.Events.Where(e => e.Retracted).Select(e => (e.Id, e.OccurredAt)).ToHashSet();
        return page with { Events = [.. page.Events.Select(e => marked.Contains((e.Id, e.OccurredAt)) ? e with { Retracted = true } : e)] };
    }
}

/// <summary>Sorts a page of a feed as it does timelines.</summary>
internal sealed class FeedsByPlace(ManualClock clock) : FaultyStore(clock)
{
    protected override async ValueTask<FeedPage> ReadFeedAsync(FeedQuery query)
    {
        var page = await base.ReadFeedAsync(query);
        return page with { Events = [.. page.Events.OrderBy(e => e.Place)] };
    }
}

/// <summary>Keeps the events of a feed as they were when it first read them.</summary>
internal sealed class FeedsFromItsCache(ManualClock clock) : FaultyStore(clock)
{
    private readonly Dictionary<(string Id, bool Retracted), TimelineEvent> _first = [];

    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit, cancellationToken);
        foreach (var next in outcome.Status == CommitStatus.Committed ? commit.Relationships.SelectMany(r => r.Append) : [])
        {
            lock (_first)
            {
                _first.TryAdd((next.Id.Value, next.Retracted), next);
            }
        }

        return outcome;
    }

    protected override async ValueTask<FeedPage> ReadFeedAsync(FeedQuery query)
    {
        var page = await base.ReadFeedAsync(query);
        return page with { Events = [.. page.Events.Select(e => e with { Personal = e.Personal ?? _first.GetValueOrDefault((e.Id.Value, e.Retracted))?.Personal })] };
    }
}

/// <summary>Begins at the beginning where it cannot read a cursor.</summary>
internal sealed class FeedsAnybody(ManualClock clock) : FaultyStore(clock)
{
    protected override async ValueTask<FeedPage> ReadFeedAsync(FeedQuery query)
    {
        try
        {
            return await base.ReadFeedAsync(query);
        }
        catch (ArgumentException)
        {
            return await base.ReadFeedAsync(query with { After = null });
        }
    }
}

/// <summary>Counts the events of a feed, so that those after an erased one move up.</summary>
internal sealed class FeedsByOffset(ManualClock clock) : FaultyStore(clock)
{
    private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);

    protected override async ValueTask<FeedPage> ReadFeedAsync(FeedQuery query)
    {
        var right = await base.ReadFeedAsync(query);
        var offset = query.After is { } after ? _offsets[after] : 0;
        var all = await base.ReadFeedAsync(query with { After = null, Max = 10_000 });
        var page = all.Events.Skip(offset).Take(query.Max).ToArray();
        if (right.Next is { } next)
        {
            _offsets[next] = offset + page.Length;
        }

        return right with { Events = [.. page] };
    }
}
