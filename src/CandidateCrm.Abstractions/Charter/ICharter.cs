using System.Collections.Immutable;
using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>What one tenant promised its candidates, and how it is kept.</summary>
public interface ICharter
{
    /// <summary>
    /// Lists promises that were due by an instant and not fulfilled, the longest overdue first; a promise counts from its due instant on, whether or not its alarm
    /// has rung. As of now it reads the index, and as of an instant to come it lists what will be overdue then if nothing happens before; as of a past instant it
    /// reads every timeline.
    /// </summary>
    IAsyncEnumerable<OverduePromise> OverdueAsync(Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Lists promises that have stood still for a time, the longest first; the same whether or not an alarm that ends a pause has rung.</summary>
    /// <param name="least">How long at least, in elapsed time; zero for all that stand still.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<PausedPromise> PausedAsync(Duration least, CancellationToken cancellationToken = default);

    /// <summary>Counts every promise once by where it stands. Reads every timeline of the tenant, one after the other.</summary>
    /// <param name="question">What is counted and told apart; everything by expectation, as of now, where it is null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<ReportCard> ReportAsync(CharterQuestion? question = null, CancellationToken cancellationToken = default);

    /// <summary>Reads every promise once with where it stands, candidate after candidate, in the order in which each was opened: for figures of your own.</summary>
    IAsyncEnumerable<PromiseRecord> ReadPromisesAsync(Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Makes the figures that are published, as of now. Reads every timeline of the tenant.</summary>
    ValueTask<PublishedReport> PublishReportAsync(PublishReportTerms terms, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes down what is promised by the rules in force, in one language: not what is suspended, and nothing where the charter is switched off.
    /// </summary>
    /// <param name="words">The words around it.</param>
    /// <param name="report">Published figures to stand beside it; null for none.</param>
    /// <param name="requisition">The opening that it is for; unassigned for what is promised whatever somebody applies for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<PublicCharter> WriteDownAsync(CharterWords words, PublishedReport? report = null, RequisitionId requisition = default, CancellationToken cancellationToken = default);

    /// <summary>Checks the charter in force as a whole; empty where nothing is wrong.</summary>
    ValueTask<ImmutableArray<CharterFault>> ReviewAsync(CancellationToken cancellationToken = default);
}
