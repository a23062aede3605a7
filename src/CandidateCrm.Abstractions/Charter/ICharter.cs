namespace CandidateCrm.Charter;

/// <summary>What one tenant promised its candidates, and how it is kept.</summary>
public interface ICharter
{
    /// <summary>Lists promises that are due by now and not fulfilled, the longest overdue first; a promise counts from its due instant on, whether or not its alarm has rung.</summary>
    IAsyncEnumerable<OverduePromise> OverdueAsync(CancellationToken cancellationToken = default);

    /// <summary>Counts every promise once by its verdict as of now. Reads every timeline of the tenant, one after the other.</summary>
    ValueTask<ReportCard> ReportAsync(CancellationToken cancellationToken = default);
}
