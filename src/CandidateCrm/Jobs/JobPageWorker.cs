using System.Collections.Frozen;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;

namespace CandidateCrm.Jobs;

/// <summary>Does one page of a job. A relationship that fails is tried once more and then passed over.</summary>
internal sealed class JobPageWorker(ICrmStore store, ICrmIndex index, IEnumerable<JobWork> works, JobOptions options)
{
    /// <summary>The number of rows that are read at once to say how many there are.</summary>
    private const int CountedAtOnce = 10_000;

    private readonly FrozenDictionary<JobKind, JobWork> _works = works.ToFrozenDictionary(work => work.Kind);

    internal bool Knows(JobKind kind) => _works.ContainsKey(kind);

    internal async ValueTask<JobPage> DoAsync(JobDocument job, JobHold hold, CancellationToken cancellationToken)
    {
        var work = _works[job.Kind];
        var now = hold.Now;
        var outlook = await work.LookAsync(job, now, cancellationToken).ConfigureAwait(false);
        if (outlook.IsNothing || outlook.Until is not null)
        {
            return new JobPage { BegunAt = now, Until = outlook.Until, Total = outlook.IsNothing ? 0 : null };
        }

        var query = new IndexQuery { Tenant = job.Key.Tenant, Index = work.Index, After = job.Cursor?.In(work.Index) ?? work.From(job), UpTo = work.UpTo(job, now), Max = options.PageSize };
        var total = job.StartedAt is null ? await CountAsync(query, cancellationToken).ConfigureAwait(false) : (long?)null;
        var rows = await index.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        var keys = new RelationshipKeys { Tenant = job.Key.Tenant, Candidates = [.. rows.Select(row => row.Candidate).Distinct()] };
        var page = new JobPage
        {
            BegunAt = now,
            Total = total,
            Rows = rows.Count,
            Relationships = keys.Candidates.Length,
            Last = rows.Count == 0 ? null : JobCursor.Of(rows[^1]),
        };
        foreach (var relationship in rows.Count == 0 ? [] : await store.LoadAsync(keys, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await hold.RenewAsync(cancellationToken).ConfigureAwait(false))
            {
                page.IsLost = true;
                break;
            }

            await DoOneAsync(job, relationship, page, cancellationToken).ConfigureAwait(false);
        }

        return page;
    }

    private async ValueTask DoOneAsync(JobDocument job, Relationship relationship, JobPage page, CancellationToken cancellationToken)
    {
        const int mostAttempts = 2;
        for (var attempt = 1; attempt <= mostAttempts; attempt++)
        {
            try
            {
                page.Changed += await _works[job.Kind].DoAsync(job, relationship, page.BegunAt, cancellationToken).ConfigureAwait(false) ? 1 : 0;
                return;
            }
#pragma warning disable CA1031 // Whatever keeps one relationship from being worked on is noted by its kind; the others go on.
            catch (Exception error) when (error is not OutOfMemoryException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
#pragma warning restore CA1031
            {
                if (attempt == mostAttempts)
                {
                    page.Fail(relationship.Key.Candidate, error);
                }
            }
        }
    }

    private async ValueTask<long> CountAsync(IndexQuery query, CancellationToken cancellationToken)
    {
        var total = 0L;
        await foreach (var rows in index.PagesAsync(query with { Max = CountedAtOnce }, cancellationToken).ConfigureAwait(false))
        {
            total += rows.Count;
        }

        return total;
    }
}
