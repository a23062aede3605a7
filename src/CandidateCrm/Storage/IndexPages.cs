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
}
