using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Reads what was promised from the store.</summary>
internal sealed class CharterService(
    TenantId tenant, TenantRules rules, TenantScan scan, TimelineReader reader, ICrmStore store, ICrmIndex index, IClock clock) : ICharter
{
    public async IAsyncEnumerable<OverduePromise> OverdueAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        await foreach (var (candidate, promise) in ListAsync(IndexNames.Promises, now, cancellationToken).ConfigureAwait(false))
        {
            // A promise that was kept since the row was read is not overdue any more.
            if (promise.DueAt <= now)
            {
                yield return Overdue(candidate, promise, log, now);
            }
        }
    }

    public async IAsyncEnumerable<PausedPromise> PausedAsync(Duration least, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        await foreach (var (candidate, promise) in ListAsync(IndexNames.PausedPromises, now - least, cancellationToken).ConfigureAwait(false))
        {
            // A pause that has lasted as long as it may is over, also where nobody has noticed yet.
            if (promise.PausedSince is { } since && now - since >= least && !(promise.NextStepAt <= now))
            {
                yield return new PausedPromise { Candidate = candidate, Promise = promise, Paused = now - since };
            }
        }
    }

    public async ValueTask<ReportCard> ReportAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        var tally = new ReportCardTally((await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(now).Expectations);
        var recorded = new HashSet<EventId>();
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            recorded.Clear();
            var query = TimelineQuery.Of(relationship.Key) with { WithDerived = true };
            await foreach (var one in store.ReadTimelineAsync(query, cancellationToken).ConfigureAwait(false))
            {
                tally.Add(one.Entry);
                recorded.Add(one.Id);
            }

            // Alarms that are due but have not rung yet count as if they had.
            if (relationship.NextChangeAt <= now)
            {
                foreach (var one in await reader.UnrecordedAsync(relationship, recorded, now, cancellationToken).ConfigureAwait(false))
                {
                    tally.Add(one.Entry);
                }
            }

            tally.Close();
        }

        return tally.Report(now);
    }

    private async IAsyncEnumerable<(CandidateId Candidate, Promise Promise)> ListAsync(string list, Instant upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new IndexQuery { Tenant = tenant, Index = list, UpTo = Microseconds.ToMicros(upTo) };
        await foreach (var page in index.PagesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var keys = new RelationshipKeys { Tenant = tenant, Candidates = [.. page.Select(row => row.Candidate).Distinct()] };
            var loaded = await store.LoadAsync(keys, cancellationToken).ConfigureAwait(false);
            var promises = loaded.SelectMany(r => r.Charter?.Promises ?? [], (r, p) => (r.Key.Candidate, Promise: p))
                .ToDictionary(p => (p.Candidate, p.Promise.Key.ToString()), p => p.Promise);
            foreach (var row in page)
            {
                if (promises.TryGetValue((row.Candidate, row.Item), out var promise))
                {
                    yield return (row.Candidate, promise);
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
