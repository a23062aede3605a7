using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Lists promises that somebody has to look after: what is overdue and not fulfilled, and what stands still.</summary>
internal sealed class PromiseListReader(TenantId tenant, TenantRules rules, TimelineReader reader, ICrmStore store, ICrmIndex index)
{
    /// <summary>Lists what is overdue as of now or of an instant to come, by the index.</summary>
    internal async IAsyncEnumerable<OverduePromise> ReadOverdueAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var unnoticed = new Queue<OverduePromise>(InOrder(await UnnoticedAsync(log, now, cancellationToken).ConfigureAwait(false)));
        await foreach (var (candidate, promise, _) in ListAsync(IndexNames.Promises, now, cancellationToken).ConfigureAwait(false))
        {
            while (unnoticed.TryPeek(out var first) && first.Promise.DueAt < promise.DueAt)
            {
                yield return unnoticed.Dequeue();
            }

            // A promise that was kept since the row was read is not overdue any more.
            if (promise.DueAt <= now)
            {
                yield return Overdue(candidate, promise, log, now);
            }
        }

        foreach (var promise in unnoticed)
        {
            yield return promise;
        }
    }

    // What stands still by the index, although its pause has lasted as long as it may and its time has run out since: no alarm has rung yet.
    private async ValueTask<List<OverduePromise>> UnnoticedAsync(ActivationLog log, Instant now, CancellationToken cancellationToken)
    {
        var found = new List<OverduePromise>();
        await foreach (var (candidate, promise, stored) in ListAsync(IndexNames.PausedPromises, now, cancellationToken).ConfigureAwait(false))
        {
            if (promise.NextStepAt <= now)
            {
                var settled = await reader.SettleAsync(stored, now, cancellationToken).ConfigureAwait(false);
                found.AddRange((settled.Charter?.Promises ?? []).Where(after => after.Key == promise.Key && after.DueAt <= now).Select(after => Overdue(candidate, after, log, now)));
            }
        }

        return found;
    }

    /// <summary>Lists what stands still, by the index.</summary>
    internal async IAsyncEnumerable<PausedPromise> ReadPausedAsync(Duration least, Instant now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (candidate, promise, _) in ListAsync(IndexNames.PausedPromises, now - least, cancellationToken).ConfigureAwait(false))
        {
            // A pause that has lasted as long as it may is over, also where nobody has noticed yet.
            if (promise.PausedSince is { } since && now - since >= least && !(promise.NextStepAt <= now))
            {
                yield return new PausedPromise { Candidate = candidate, Promise = promise, Paused = now - since };
            }
        }
    }

    /// <summary>
    /// Lists what was overdue at a past instant: by the timelines of those who owe something from then still, or had what they owed then ended since. Of
    /// everybody else nothing is read.
    /// </summary>
    internal async IAsyncEnumerable<OverduePromise> ReadOverdueThenAsync(Instant at, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var found = new List<OverduePromise>();
        foreach (var candidate in await OwedThenAsync(at, cancellationToken).ConfigureAwait(false))
        {
            var past = await reader.FindAsync(new RelationshipKey(tenant, candidate), at, cancellationToken).ConfigureAwait(false);
            found.AddRange((past?.Charter?.Promises ?? []).Where(promise => promise.DueAt <= at).Select(promise => Overdue(candidate, promise, log, at)));
        }

        foreach (var promise in InOrder(found))
        {
            yield return promise;
        }
    }

    // What was broken stays so until it ends, so who owed something then is on one of these lists.
    private async ValueTask<HashSet<CandidateId>> OwedThenAsync(Instant at, CancellationToken cancellationToken)
    {
        var owed = new HashSet<CandidateId>();
        var micros = Microseconds.ToMicros(at);
        foreach (var list in new[] { IndexNames.Promises, IndexNames.PausedPromises })
        {
            await foreach (var page in index.PagesAsync(new IndexQuery { Tenant = tenant, Index = list, UpTo = micros }, cancellationToken).ConfigureAwait(false))
            {
                owed.UnionWith(page.Select(row => row.Candidate));
            }
        }

        var ended = new IndexQuery { Tenant = tenant, Index = IndexNames.LatePromises, Descending = true };
        await foreach (var page in index.PagesAsync(ended, cancellationToken).ConfigureAwait(false))
        {
            owed.UnionWith(page.TakeWhile(row => row.Sort > micros).Select(row => row.Candidate));
            if (page[^1].Sort <= micros)
            {
                break;
            }
        }

        return owed;
    }

    private static IEnumerable<OverduePromise> InOrder(IEnumerable<OverduePromise> found) =>
        found.OrderBy(each => each.Promise.DueAt).ThenBy(each => each.Candidate.Value, StringComparer.Ordinal).ThenBy(each => each.Promise.Key.ToString(), StringComparer.Ordinal);

    private async IAsyncEnumerable<(CandidateId Candidate, Promise Promise, Relationship Stored)> ListAsync(string list, Instant upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new IndexQuery { Tenant = tenant, Index = list, UpTo = Microseconds.ToMicros(upTo) };
        await foreach (var page in index.PagesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var keys = new RelationshipKeys { Tenant = tenant, Candidates = [.. page.Select(row => row.Candidate).Distinct()] };
            var loaded = await store.LoadAsync(keys, cancellationToken).ConfigureAwait(false);
            var promises = loaded.SelectMany(r => r.Charter?.Promises ?? [], (r, p) => (Stored: r, Promise: p))
                .ToDictionary(p => (p.Stored.Key.Candidate, p.Promise.Key.ToString()));
            foreach (var row in page)
            {
                if (promises.TryGetValue((row.Candidate, row.Item), out var found))
                {
                    yield return (row.Candidate, found.Promise, found.Stored);
                }
            }
        }
    }

    private OverduePromise Overdue(CandidateId candidate, Promise promise, ActivationLog log, Instant now) => new()
    {
        Candidate = candidate,
        Promise = promise with { State = PromiseState.Broken },
        Overdue = now - promise.DueAt!.Value,
        WorkingOverdue = reader.CalendarOf(promise, log, now).Elapsed(promise.DueAt.Value, now),
    };
}
