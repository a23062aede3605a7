namespace CandidateCrm.Storage;

/// <summary>Reads all committed events of a tenant, for warehouses, search and lists of the host.</summary>
public interface ICrmFeed
{
    /// <summary>
    /// Reads the next page after a cursor: of each candidate in the order of commits, without gaps and without repeats, also while writers
    /// commit out of order. A derived event that stopped being true comes again, marked as retracted. An empty page means that there is nothing more yet.
    /// </summary>
    ValueTask<FeedPage> ReadAsync(FeedQuery query, CancellationToken cancellationToken);
}
