using System.Collections.Concurrent;
using System.Globalization;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>
/// Starts a job for each change of rules that somebody feels. Whoever reads the rules makes sure of it, so that a process that died between
/// publishing and starting leaves nothing undone.
/// </summary>
internal sealed class RulesCarrier(RelationshipEngine engine, JobDesk desk, IClock clock)
{
    private readonly ConcurrentDictionary<TenantId, long> _seen = new();

    internal async ValueTask EnsureAsync(TenantId tenant, TenantLog log, CancellationToken cancellationToken)
    {
        var seen = _seen.GetValueOrDefault(tenant);
        var now = clock.GetCurrentInstant();
        foreach (var entry in log.Log.InForce.Where(e => e.Position > seen && (seen > 0 || e.Position == log.Log.Position || e.EffectiveFrom > now)))
        {
            if (engine.BoundaryOf(log.Log, entry.Position) is { IsFelt: true })
            {
                var version = log.Versions.Single(v => v.Position == entry.Position);
                await desk.StartAsync(tenant, JobIds.OfRules(entry.Position), OrderOf(version), cancellationToken).ConfigureAwait(false);
            }
        }

        _seen[tenant] = log.Log.Position;
    }

    private static JobOrder OrderOf(RulesVersion version) => new()
    {
        Kind = JobKind.RulesCarry,
        Subject = version.Position.ToString(CultureInfo.InvariantCulture),
        Terms = new JobTerms { Position = version.Position },
        By = version.By,
        Why = version.Why,
        At = version.PublishedAt,
        NotBefore = version.EffectiveFrom,
    };
}
