using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>Reads figures from the store.</summary>
internal sealed class InsightsService(TenantId tenant, TenantRules rules, TenantScan scan, TimelineReader reader, IClock clock) : IInsights
{
    public async IAsyncEnumerable<ApplicationPath> ReadPathsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            var told = await reader.ReadTrueAsync(relationship.Key, cancellationToken).ConfigureAwait(false);
            foreach (var path in PathReader.Read(relationship.Key, told, log))
            {
                yield return path;
            }
        }
    }

    public async ValueTask<InsightsReport> ReportAsync(InsightsQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        var insights = new PathInsights(question);
        await foreach (var path in ReadPathsAsync(cancellationToken).ConfigureAwait(false))
        {
            insights.Add(path);
        }

        return insights.Report();
    }

    public async ValueTask<PhaseCounts> CountPhasesAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        var counts = Phase.BuiltIn.ToDictionary(phase => phase, _ => 0L);
        long without = 0;
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            var settled = await reader.CurrentAsync(relationship, now, cancellationToken).ConfigureAwait(false);
            if (settled.Lifecycle is { } lifecycle)
            {
                counts[lifecycle.Phase] = counts.GetValueOrDefault(lifecycle.Phase) + 1;
            }
            else
            {
                without++;
            }
        }

        var others = counts.Keys.Except(Phase.BuiltIn).OrderBy(phase => phase.Value, StringComparer.Ordinal);
        return new PhaseCounts
        {
            Phases = [.. Phase.BuiltIn.Concat(others).Select(phase => new PhaseCount { Phase = phase, Candidates = counts[phase] })],
            WithoutPhase = without,
        };
    }
}
