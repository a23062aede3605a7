namespace CandidateCrm.Storage;

/// <summary>Reads all committed events of a tenant, for warehouses, search and lists of the host.</summary>
public interface ICrmFeed
{
    /// <summary>
    /// Reads the next page after a cursor: facts, acts and derived events in the order of commits, without gaps and without repeats, also while
    /// writers commit out of order. Of one commit and candidate what it retracts comes before what it appends. A derived event that stopped
    /// being true comes again, marked as retracted; before, it comes as it was. An erased personal part never comes again; the events of a
    /// candidate who was erased are gone, and no cursor minds. An empty page means that there is nothing more yet.
    /// </summary>
    /// <exception cref="ArgumentException">The cursor is none that this store made for this tenant.</exception>
    ValueTask<FeedPage> ReadAsync(FeedQuery query, CancellationToken cancellationToken);
}
