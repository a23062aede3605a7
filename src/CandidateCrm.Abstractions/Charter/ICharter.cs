using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>What one tenant promised its candidates, and how it is kept.</summary>
public interface ICharter
{
    /// <summary>Lists promises that are due at or before an instant, now by default, and not fulfilled, the longest overdue first.</summary>
    IAsyncEnumerable<OverduePromise> OverdueAsync(Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Counts every promise once by its verdict as of now. Reads every timeline of the tenant, one after the other.</summary>
    ValueTask<ReportCard> ReportAsync(CancellationToken cancellationToken = default);
}
