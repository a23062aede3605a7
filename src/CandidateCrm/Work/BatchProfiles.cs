using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Work;

/// <summary>The profiles for one claimed batch: of each tenant the directory is asked once, when the first of its tasks is handed over. They go with the batch.</summary>
internal sealed class BatchProfiles(IServiceScopeFactory scopes, ImmutableArray<ClaimedEffect> batch, CancellationToken everything)
{
    private readonly Dictionary<TenantId, Task<Dictionary<CandidateId, CandidateProfile>>> _asked = [];

    /// <summary>Returns the profile, or null. Where the directory fails, every task of the tenant fails with it, so that one that is down is asked once and not once a task.</summary>
    internal async ValueTask<CandidateProfile?> OfAsync(RelationshipKey key, CancellationToken cancellationToken)
    {
        if (!_asked.TryGetValue(key.Tenant, out var asked))
        {
            _asked.Add(key.Tenant, asked = AskAsync(key.Tenant, everything));
        }

        return (await asked.WaitAsync(cancellationToken).ConfigureAwait(false)).GetValueOrDefault(key.Candidate);
    }

    private async Task<Dictionary<CandidateId, CandidateProfile>> AskAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var profiles = new Dictionary<CandidateId, CandidateProfile>();
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            if (scope.ServiceProvider.GetService<ICandidateDirectory>() is not { } directory)
            {
                return profiles;
            }

            ImmutableArray<CandidateId> candidates =
            [
                .. batch.Select(claimed => claimed.Record).Where(record => record.Relationship.Tenant == tenant && record.Effect.Intent is OpenTask)
                    .Select(record => record.Relationship.Candidate).Distinct(),
            ];
            foreach (var profile in await directory.FindAsync(tenant, candidates, cancellationToken).ConfigureAwait(false))
            {
                profiles[profile.Candidate] = profile;
            }
        }

        return profiles;
    }
}
