using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Lists what is overdue and not fulfilled.</summary>
internal sealed class OverdueReader(TenantId tenant, TenantRules rules, PromiseScan scan, TimelineReader reader, ICrmStore store, ICrmIndex index)
{
    /// <summary>Lists it as of now, by the index.</summary>
    internal async IAsyncEnumerable<OverduePromise> ReadAsync(Instant now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var query = new IndexQuery { Tenant = tenant, Index = IndexNames.Promises, UpTo = Microseconds.ToMicros(now) };
        await foreach (var page in index.PagesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var keys = new RelationshipKeys { Tenant = tenant, Candidates = [.. page.Select(row => row.Candidate).Distinct()] };
            var loaded = await store.LoadAsync(keys, cancellationToken).ConfigureAwait(false);
            var promises = loaded.SelectMany(r => r.Charter?.Promises ?? [], (r, p) => (r.Key.Candidate, Promise: p))
                .ToDictionary(p => (p.Candidate, p.Promise.Key.ToString()), p => p.Promise);
            foreach (var row in page)
            {
                // A promise that was kept since the row was read is not overdue any more.
                if (promises.TryGetValue((row.Candidate, row.Item), out var promise) && promise.DueAt <= now)
                {
                    yield return Overdue(row.Candidate, promise, log, now);
                }
            }
        }
    }

    /// <summary>Lists it as of a past instant, by every timeline.</summary>
    internal async IAsyncEnumerable<OverduePromise> ReadPastAsync(Instant at, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var found = new List<OverduePromise>();
        await foreach (var relationship in scan.ReadPastAsync(at, cancellationToken).ConfigureAwait(false))
        {
            found.AddRange((relationship.Charter?.Promises ?? []).Where(promise => promise.DueAt <= at).Select(promise => Overdue(relationship.Key.Candidate, promise, log, at)));
        }

        foreach (var promise in found.OrderBy(each => each.Promise.DueAt).ThenBy(each => each.Candidate.Value, StringComparer.Ordinal).ThenBy(each => each.Promise.Key.ToString(), StringComparer.Ordinal))
        {
            yield return promise;
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
