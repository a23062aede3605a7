using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Talent;

/// <summary>Reads from the store whom a tenant could turn to.</summary>
internal sealed class TalentService(TenantId tenant, TenantRules rules, TenantScan scan, TimelineReader reader, IClock clock) : ITalent
{
    public async ValueTask<Readiness?> AskAsync(CandidateId candidate, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        var at = asOf ?? await reader.LatestAsync(new RelationshipKey(tenant, candidate), cancellationToken).ConfigureAwait(false);
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var relationship = await reader.FindAsync(new RelationshipKey(tenant, candidate), at, cancellationToken).ConfigureAwait(false);
        return relationship is null ? null : ReadinessEngine.Decide(GroundsOf(relationship), log.At(at).Readiness, at);
    }

    public async IAsyncEnumerable<ReadyCandidate> ReadReadyAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        var policy = (await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(now).Readiness;
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            var settled = await reader.CurrentAsync(relationship, now, cancellationToken).ConfigureAwait(false);
            if (ReadinessEngine.Decide(GroundsOf(settled), policy, now) is { IsReady: true } readiness)
            {
                yield return new ReadyCandidate { Candidate = settled.Key.Candidate, Readiness = readiness };
            }
        }
    }

    private static ReadinessGrounds GroundsOf(Relationship relationship) => new()
    {
        Lifecycle = relationship.Lifecycle,
        Applications = relationship.Applications,
        Candidate = relationship.Candidate,
        Contact = relationship.Contact,
    };
}
