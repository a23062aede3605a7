using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>What does not fit, over all candidates: findings that are true, and applications that nobody moves. One that a late fact or a retraction made untrue is gone from here.</summary>
public interface IFindings
{
    /// <summary>
    /// Lists a page by when, then by candidate, in ordinal order, or the other way round. A page with fewer than asked for is the last one. Without
    /// a candidate a filter by codes reads past what it leaves out; with one it reads that candidate's timeline.
    /// </summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="after">The last finding of the page before; null for the first page. It need not be true any more.</param>
    /// <param name="max">The largest number: 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The filter names a code that is none of the library's, or its instants are the wrong way round.</exception>
    ValueTask<IReadOnlyList<ListedFinding>> ListAsync(
        FindingFilter? filter = null, ListedFinding? after = null, int max = 100, CancellationToken cancellationToken = default);

    /// <summary>Counts findings by code, in ordinal order of the codes; codes without any are left out. It reads all that the filter takes, page by page.</summary>
    /// <exception cref="ArgumentException">The filter names a code that is none of the library's, or its instants are the wrong way round.</exception>
    ValueTask<IReadOnlyList<FindingCount>> CountAsync(FindingFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists a page of the live applications that stand in the same stage for at least so long, the longest first. One without a requisition
    /// belongs to nothing: only later facts of it were told. A page with fewer than asked for is the last one.
    /// </summary>
    /// <param name="unmovedFor">For how long: zero or more; zero lists every live application.</param>
    /// <param name="after">The last one of the page before; null for the first page. It need not be live any more.</param>
    /// <param name="max">The largest number: 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or the number out of its range.</exception>
    ValueTask<IReadOnlyList<LiveApplication>> ListStuckAsync(
        Duration unmovedFor, LiveApplication? after = null, int max = 100, CancellationToken cancellationToken = default);
}
