using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Keeps the index of one tenant: built from the store, kept by the feed, and settled where time alone changed somebody. Safe for every thread; one at a time brings it up to date.</summary>
internal sealed class PopulationReader(TenantId tenant, TenantRules rules, TimelineReader reader, PopulationStores stores) : IDisposable
{
    private const int PageSize = 500;

    private readonly SemaphoreSlim _gate = new(1);
    private CandidateIndex? _known;

    public void Dispose() => _gate.Dispose();

    /// <summary>Returns the index as of an instant, with everything that was committed before.</summary>
    internal ValueTask<CandidateIndex> UpToDateAsync(Instant now, CancellationToken cancellationToken) => InTurnAsync(
        async log => _known is { } known && known.IsUnder(log.At(now))
            ? await CatchUpAsync(known, now, cancellationToken).ConfigureAwait(false)
            : await BuildAsync(log, now, progress: null, cancellationToken).ConfigureAwait(false),
        cancellationToken);

    internal ValueTask<CandidateIndex> RebuildAsync(Instant now, IProgress<int>? progress, CancellationToken cancellationToken) =>
        InTurnAsync(log => BuildAsync(log, now, progress, cancellationToken), cancellationToken);

    /// <summary>Takes over a snapshot, without those of it who are no longer in the store.</summary>
    internal ValueTask<SnapshotStatus> RestoreAsync(Stream stream, Instant now, CancellationToken cancellationToken) =>
        InTurnAsync(log => RestoreAsync(stream, log, now, cancellationToken), cancellationToken);

    /// <summary>Takes out those of some ids whom the store no longer has, and says whether there were any.</summary>
    internal async ValueTask<bool> DropErasedAsync(CandidateIndex index, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var gone = new List<string>();
        foreach (var some in ids.Chunk(PageSize))
        {
            var found = await LoadAsync(some, cancellationToken).ConfigureAwait(false);
            gone.AddRange(some.Except(found.Select(one => one.Key.Candidate.Value), StringComparer.Ordinal));
        }

        if (gone.Count > 0)
        {
            index.Index.Change([], gone, asOf: null);
        }

        return gone.Count > 0;
    }

    private async ValueTask<T> InTurnAsync<T>(Func<ActivationLog, ValueTask<T>> run, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await run(await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask<SnapshotStatus> RestoreAsync(Stream stream, ActivationLog log, Instant now, CancellationToken cancellationToken)
    {
        var schema = RelationshipSchema.Of(log.At(now));
        var reading = SegmentIndexSnapshot.Read(stream, schema, tenant, CandidateMoves.Of(schema));
        if (reading.Index is not { } index)
        {
            return reading.Status;
        }

        var restored = CandidateIndex.Restored(index, log.At(now), reading.Position);
        if (restored is null || restored.RulesPosition != log.Position)
        {
            return SnapshotStatus.OtherSchema;
        }

        await DropTheGoneAsync(restored, cancellationToken).ConfigureAwait(false);
        _known = restored;
        return SnapshotStatus.Restored;
    }

    private async ValueTask<CandidateIndex> BuildAsync(ActivationLog log, Instant now, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        // Whatever is committed while candidates are read comes after this place of the feed, and is taken in by the next question.
        var built = new CandidateIndex(tenant, log.At(now), log.Position) { Cursor = await EndOfFeedAsync(cancellationToken).ConfigureAwait(false) };
        var query = new IndexQuery { Tenant = tenant, Index = IndexNames.Candidates, Max = PageSize };
        await foreach (var page in stores.Index.PagesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            await TakeAsync(built, [.. page.Select(row => row.Candidate.Value)], now, cancellationToken).ConfigureAwait(false);
            progress?.Report(built.Index.Stamp.Candidates);
        }

        built.Index.Change([], [], now);
        return _known = built;
    }

    private async ValueTask<CandidateIndex> CatchUpAsync(CandidateIndex known, Instant now, CancellationToken cancellationToken)
    {
        var changed = known.DueBy(now);
        var cursor = known.Cursor;
        for (var page = await FeedAsync(cursor, cancellationToken).ConfigureAwait(false); !page.Events.IsEmpty; page = await FeedAsync(cursor, cancellationToken).ConfigureAwait(false))
        {
            changed.UnionWith(page.Events.Select(one => one.Relationship.Candidate.Value));
            cursor = page.Next;
        }

        foreach (var some in changed.Chunk(PageSize))
        {
            await TakeAsync(known, some, now, cancellationToken).ConfigureAwait(false);
        }

        known.Cursor = cursor;
        known.Index.Change([], [], now);
        return known;
    }

    private async ValueTask TakeAsync(CandidateIndex index, string[] ids, Instant now, CancellationToken cancellationToken)
    {
        var views = new List<KeyValuePair<string, CandidateView>>();
        foreach (var stored in await LoadAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            var current = await reader.UnderRulesAsync(stored, now, cancellationToken).ConfigureAwait(false);
            if (current.Candidate is { Holds.IsClosed: true })
            {
                // Merged away or erased: nobody of whom a rule holds.
                continue;
            }

            var line = await reader.ReadTrueAsync(stored.Key, cancellationToken).ConfigureAwait(false);
            views.Add(new(stored.Key.Candidate.Value, CandidateView.Of(current, Instant.Max(now, current.Cursor.At), line)));
        }

        index.Take(views, ids.Except(views.Select(view => view.Key), StringComparer.Ordinal));
    }

    private async ValueTask DropTheGoneAsync(CandidateIndex index, CancellationToken cancellationToken)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        var query = new IndexQuery { Tenant = tenant, Index = IndexNames.Candidates, Max = 10_000 };
        await foreach (var page in stores.Index.PagesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            present.UnionWith(page.Select(row => row.Candidate.Value));
        }

        index.Index.Change([], index.Ids().Where(id => !present.Contains(id)), asOf: null);
    }

    private async ValueTask<string?> EndOfFeedAsync(CancellationToken cancellationToken)
    {
        string? cursor = null;
        for (var page = await FeedAsync(cursor, cancellationToken).ConfigureAwait(false); !page.Events.IsEmpty; page = await FeedAsync(cursor, cancellationToken).ConfigureAwait(false))
        {
            cursor = page.Next;
        }

        return cursor;
    }

    private ValueTask<FeedPage> FeedAsync(string? after, CancellationToken cancellationToken) =>
        stores.Feed.ReadAsync(new FeedQuery { Tenant = tenant, After = after, Max = 10_000 }, cancellationToken);

    private ValueTask<IReadOnlyList<Relationship>> LoadAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        stores.Store.LoadAsync(new RelationshipKeys { Tenant = tenant, Candidates = [.. ids.Select(CandidateId.From)] }, cancellationToken);
}
