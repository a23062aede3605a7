using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Reads what candidates may see from the store.</summary>
internal sealed class PublicStatusService(TenantId tenant, TenantRules rules, TimelineReader reader) : IPublicStatus
{
    public async ValueTask<PublicStatus?> FindAsync(CandidateId candidate, JobApplicationId application, PublicStatusTerms terms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var (relationship, inForce) = await ReadAsync(candidate, terms.At, cancellationToken).ConfigureAwait(false);
        return relationship is null ? null : PublicStatusView.Of(relationship, application, inForce, terms);
    }

    public async ValueTask<ImmutableArray<PublicStatus>> ListAsync(CandidateId candidate, string language, CancellationToken cancellationToken = default)
    {
        var terms = new PublicStatusTerms { At = await reader.LatestAsync(new RelationshipKey(tenant, candidate), cancellationToken).ConfigureAwait(false), Language = language };
        var (relationship, inForce) = await ReadAsync(candidate, terms.At, cancellationToken).ConfigureAwait(false);
        return
        [
            .. from application in relationship?.Applications?.All ?? []
               let status = PublicStatusView.Of(relationship!, application.Application, inForce, terms)
               where status is not null
               select status,
        ];
    }

    public async ValueTask<RefusalAnswer> MayRefuseAsync(CandidateId candidate, JobApplicationId application, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        var at = asOf ?? await reader.LatestAsync(new RelationshipKey(tenant, candidate), cancellationToken).ConfigureAwait(false);
        var (relationship, inForce) = await ReadAsync(candidate, at, cancellationToken).ConfigureAwait(false);
        return RefusalEngine.Decide(relationship?.Applications, relationship?.Candidate?.Holds, application, at, inForce.Refusals);
    }

    private async ValueTask<(Relationship? Relationship, CrmRules Rules)> ReadAsync(CandidateId candidate, Instant at, CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        return (await reader.FindAsync(new RelationshipKey(tenant, candidate), at, cancellationToken).ConfigureAwait(false), log.At(at));
    }
}
