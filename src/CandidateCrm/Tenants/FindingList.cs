using System.Runtime.CompilerServices;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>One tenant's findings, and the applications that nobody moves.</summary>
internal sealed class FindingList(TenantId tenant, CrmStores stores, IClock clock) : IFindings
{
    public async ValueTask<IReadOnlyList<ListedFinding>> ListAsync(
        FindingFilter? filter = null, ListedFinding? after = null, int max = 100, CancellationToken cancellationToken = default)
    {
        PageSize.Checked(max, nameof(max));
        var page = new List<ListedFinding>();
        await foreach (var row in ReadAsync(Checked(filter), after is null ? null : RowOf(after), max, cancellationToken).ConfigureAwait(false))
        {
            page.Add(FindingRow.Read(row));
            if (page.Count == max)
            {
                break;
            }
        }

        return page;
    }

    public async ValueTask<IReadOnlyList<FindingCount>> CountAsync(FindingFilter? filter = null, CancellationToken cancellationToken = default)
    {
        const int pageSize = 1_000;
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (var row in ReadAsync(Checked(filter), after: null, pageSize, cancellationToken).ConfigureAwait(false))
        {
            var code = FindingRow.CodeOf(row);
            counts[code] = counts.GetValueOrDefault(code) + 1;
        }

        return [.. counts.Select(count => new FindingCount { Code = count.Key, Findings = count.Value })];
    }

    public async ValueTask<IReadOnlyList<LiveApplication>> ListStuckAsync(
        Duration unmovedFor, LiveApplication? after = null, int max = 100, CancellationToken cancellationToken = default)
    {
        if (unmovedFor < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(unmovedFor), unmovedFor, "Applications are stuck for zero or more.");
        }

        var query = new IndexQuery
        {
            Tenant = tenant,
            Index = IndexNames.Applications,
            After = after is null ? null : IndexRows.OfApplication(after.Candidate, after.Application, after.StageSince),
            UpTo = Microseconds.ToMicros(clock.GetCurrentInstant() - unmovedFor),
            Max = PageSize.Checked(max, nameof(max)),
        };
        return await stores.Index.FilledPageAsync(query, LiveAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<IEnumerable<LiveApplication>> LiveAsync(IReadOnlyList<IndexRow> rows)
        {
            var live = await LiveApplications.OfAsync(stores.Store, tenant, rows, cancellationToken).ConfigureAwait(false);
            return from row in rows
                   from one in live[row.Candidate]
                   where IndexRows.OfApplication(one.Candidate, one.Application, one.StageSince) == row
                   select one;
        }
    }

    private static FindingFilter Checked(FindingFilter? filter)
    {
        var meant = filter ?? new FindingFilter();
        var unknown = meant.Codes.Where(code => !FindingWords.Knows(code)).ToArray();
        if (unknown.Length > 0)
        {
            throw new ArgumentException($"The library notes no findings with {unknown.Length} of these codes; {nameof(FindingCodes)} has all that it notes.", nameof(filter));
        }

        return meant.Since > meant.Until
            ? throw new ArgumentException("The first instant is at or before the one before which findings lie.", nameof(filter))
            : meant;
    }

    private static IndexRow RowOf(ListedFinding finding) => IndexRows.OfFinding(finding.Candidate, finding.At, (finding.Code, finding.Subject, finding.Event));

    private async IAsyncEnumerable<IndexRow> ReadAsync(FindingFilter filter, IndexRow? after, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A list is sorted by when: of one candidate the timeline knows faster.
        var rows = filter.Candidate.IsAssigned
            ? OfOneAsync(filter, after, cancellationToken)
            : OfAllAsync(filter, after, pageSize, cancellationToken);
        await foreach (var row in rows.ConfigureAwait(false))
        {
            if (filter.Codes.IsEmpty || filter.Codes.Contains(FindingRow.CodeOf(row)))
            {
                yield return row;
            }
        }
    }

    private async IAsyncEnumerable<IndexRow> OfAllAsync(FindingFilter filter, IndexRow? after, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = FindingRow.BoundsOf(filter);
        if (first > last)
        {
            yield break;
        }

        var query = new IndexQuery
        {
            Tenant = tenant,
            Index = IndexNames.Findings,
            After = after ?? (filter.NewestFirst || first == long.MinValue ? null : FindingRow.Before(first)),
            UpTo = last == long.MaxValue ? null : last,
            Descending = filter.NewestFirst,
            Max = pageSize,
        };
        await foreach (var page in stores.Index.PagesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page)
            {
                if (row.Sort >= first)
                {
                    yield return row;
                }
                else if (filter.NewestFirst)
                {
                    yield break;
                }
            }

            if (page.Count < pageSize)
            {
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<IndexRow> OfOneAsync(FindingFilter filter, IndexRow? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = FindingRow.BoundsOf(filter);
        var rows = new List<IndexRow>();
        var query = TimelineQuery.Of(new RelationshipKey(tenant, filter.Candidate)) with { WithDerived = true };
        await foreach (var one in stores.Store.ReadTimelineAsync(query, cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(IndexRows.OfFindings([one]).Where(row => row.Sort >= first && row.Sort <= last));
        }

        rows.Sort(FindingRow.Compare);
        if (filter.NewestFirst)
        {
            rows.Reverse();
        }

        foreach (var row in rows.Where(row => after is null || (filter.NewestFirst ? FindingRow.Compare(row, after) < 0 : FindingRow.Compare(row, after) > 0)))
        {
            yield return row;
        }
    }
}
