namespace CandidateCrm.Storage;

/// <summary>Reads lists over many relationships of one tenant. Rows come with the commit that made them, never later.</summary>
public interface ICrmIndex
{
    /// <summary>Reads a page, sorted by (sort value, candidate, item), texts ordinally.</summary>
    ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken);
}
