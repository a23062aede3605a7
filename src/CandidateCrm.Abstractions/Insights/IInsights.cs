
namespace CandidateCrm.Insights;

/// <summary>Figures over all candidates of one tenant, read from their timelines.</summary>
public interface IInsights
{
    /// <summary>Reads the way of every application, candidates in ordinal order.</summary>
    IAsyncEnumerable<ApplicationPath> ReadPathsAsync(CancellationToken cancellationToken = default);

    /// <summary>Answers questions about the ways of all applications: funnel, times, repeats.</summary>
    ValueTask<InsightsReport> ReportAsync(InsightsQuestion question, CancellationToken cancellationToken = default);

    /// <summary>Counts the candidates by phase as of now.</summary>
    ValueTask<PhaseCounts> CountPhasesAsync(CancellationToken cancellationToken = default);
}
