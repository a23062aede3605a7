using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Timeline;

namespace CandidateCrm.Tests.Model;

/// <summary>The store as one process sees it that may die at any call: from then on none of its calls gets through until it is back.</summary>
internal sealed class CrashingStore(InMemoryCrmStore inner, Crashes crashes) : StoreAround(inner)
{
    public override async ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken)
    {
        var rows = await base.QueryAsync(query, cancellationToken);
        var leaks = crashes.Leaks == Leak.Rows || (crashes.Leaks == Leak.Findings && query.Index == IndexNames.Findings);
        return leaks ? [.. rows, .. await Inner.QueryAsync(query with { Tenant = Other(query.Tenant) }, cancellationToken)] : rows;
    }

    public override async ValueTask<IReadOnlyList<RulesVersion>> ReadLogAsync(TenantId tenant, long after, CancellationToken cancellationToken)
    {
        var log = await base.ReadLogAsync(tenant, after, cancellationToken);
        return crashes.Leaks == Leak.Rules && log.Count == 0 ? await Inner.ReadLogAsync(Other(tenant), after, cancellationToken) : log;
    }

    public override async ValueTask<IReadOnlyList<DefinitionDocument>> ReadDefinitionsAsync(TenantId tenant, ImmutableArray<DefinitionHash> hashes, CancellationToken cancellationToken)
    {
        var found = await base.ReadDefinitionsAsync(tenant, hashes, cancellationToken);
        return crashes.Leaks == Leak.Rules && found.Count < hashes.Length
            ? [.. found, .. await Inner.ReadDefinitionsAsync(Other(tenant), [.. hashes.Except(found.Select(d => d.Hash))], cancellationToken)]
            : found;
    }

    protected override async ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
    {
        if (crashes.IsDead)
        {
            throw new ProcessGoneException();
        }

        if (!crashes.IsThisCall())
        {
            var answer = await call();
            crashes.CheckpointsRead += name == "checkpoint" && answer is not null ? 1 : 0;
            return answer;
        }

        if (crashes.AfterTheCall)
        {
            await call();
        }

        throw new ProcessGoneException();
    }

    private static TenantId Other(TenantId tenant) => tenant == ModelWorld.Acme ? ModelWorld.Globex : ModelWorld.Acme;
}
