namespace CandidateCrm.Storage;

/// <summary>Reads lists over many relationships of one tenant. Rows come with the commit that made them, never later.</summary>
public interface ICrmIndex
{
    /// <summary>Reads a page, sorted by (sort value, candidate, item), texts ordinally; the other way round where the query is descending.</summary>
    ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken);
}
