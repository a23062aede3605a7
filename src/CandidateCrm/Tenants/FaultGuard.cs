using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;

namespace CandidateCrm.Tenants;

/// <summary>Suspends a definition that fails on many candidates, so that it does not go on to fail on all of them. A person lifts that once it is mended.</summary>
internal sealed class FaultGuard(ICrmIndex index, RulesDesk desk, DueWorkOptions options)
{
    /// <summary>Looks at what a commit brought: only a new failure of a definition is a reason to count.</summary>
    internal async ValueTask NoticeAsync(Relationship before, Relationship after, CancellationToken cancellationToken)
    {
        if (after.Faults.IsEmpty)
        {
            return;
        }

        foreach (var definition in after.Faults.Where(fault => !before.Faults.Contains(fault)).Select(fault => fault.Definition).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await HasFailedOftenAsync(after.Key.Tenant, definition, cancellationToken).ConfigureAwait(false))
            {
                await SuspendAsync(after.Key.Tenant, definition, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<bool> HasFailedOftenAsync(TenantId tenant, string definition, CancellationToken cancellationToken)
    {
        var count = 0;
        var query = new IndexQuery { Tenant = tenant, Index = IndexNames.Faults };
        await foreach (var page in index.PagesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            count += page.Count(row => row.Item.Split('\t') is [_, var failed, _] && string.Equals(failed, definition, StringComparison.Ordinal));
            if (count >= options.SuspendAfter)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Suspends a definition. Where somebody publishes at that very moment, the next failure tries again.</summary>
    private async ValueTask SuspendAsync(TenantId tenant, string definition, CancellationToken cancellationToken)
    {
        var rules = new RulesService(tenant, desk);
        var status = await rules.ReadAsync(cancellationToken).ConfigureAwait(false);
        var parts = definition.Split('/', 2);
        var name = new DefinitionName(DefinitionKind.From(parts[0]), parts[1]);
        if (status.InForce.IsSuspended(name))
        {
            return;
        }

        await rules.SuspendAndKeepAsync(name, $"It failed on {options.SuspendAfter} candidates or more.", cancellationToken).ConfigureAwait(false);
    }
}
