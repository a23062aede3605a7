using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;

namespace CandidateCrm.Storage;

/// <summary>Reads every relationship of a tenant once, page by page, candidates in ordinal order.</summary>
internal sealed class TenantScan(ICrmStore store, ICrmIndex index)
{
    internal async IAsyncEnumerable<Relationship> ReadAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new IndexQuery { Tenant = tenant, Index = IndexNames.Candidates };
        await foreach (var page in index.PagesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var keys = new RelationshipKeys { Tenant = tenant, Candidates = [.. page.Select(row => row.Candidate)] };
            foreach (var relationship in await store.LoadAsync(keys, cancellationToken).ConfigureAwait(false))
            {
                yield return relationship;
            }
        }
    }
}
