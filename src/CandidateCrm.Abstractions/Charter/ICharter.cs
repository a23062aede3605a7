using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>What one tenant promised its candidates, and how it is kept.</summary>
public interface ICharter
{
    /// <summary>Lists promises that are due by now and not fulfilled, the longest overdue first; a promise counts from its due instant on, whether or not its alarm has rung.</summary>
    IAsyncEnumerable<OverduePromise> OverdueAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists promises that have stood still for a time, the longest first; the same whether or not an alarm that ends a pause has rung.</summary>
    /// <param name="least">How long at least, in elapsed time; zero for all that stand still.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<PausedPromise> PausedAsync(Duration least, CancellationToken cancellationToken = default);

    /// <summary>Counts every promise once by its verdict as of now. Reads every timeline of the tenant, one after the other.</summary>
    ValueTask<ReportCard> ReportAsync(CancellationToken cancellationToken = default);
}
