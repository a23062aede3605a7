using System.Runtime.CompilerServices;

namespace CandidateCrm.Storage;

/// <summary>Walks a list page by page, each after the last row of the one before.</summary>
internal static class IndexPages
{
    internal static async IAsyncEnumerable<IReadOnlyList<IndexRow>> PagesAsync(
        this ICrmIndex index, IndexQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = await index.QueryAsync(query, cancellationToken).ConfigureAwait(false);
             page.Count > 0;
             page = await index.QueryAsync(query with { After = page[^1] }, cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }
    }

    /// <summary>Makes one page of what stands behind rows. Rows of what is gone since they were read are made up for by later ones, so that a short page is the last.</summary>
    internal static async ValueTask<List<T>> FilledPageAsync<T>(
        this ICrmIndex index, IndexQuery query, Func<IReadOnlyList<IndexRow>, ValueTask<IEnumerable<T>>> read, CancellationToken cancellationToken)
    {
        var most = query.Max;
        var filled = new List<T>();
        while (filled.Count < most)
        {
            var rows = await index.QueryAsync(query with { Max = most - filled.Count }, cancellationToken).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                break;
            }

            filled.AddRange(await read(rows).ConfigureAwait(false));
            query = query with { After = rows[^1] };
        }

        return filled;
    }
}
