using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;

namespace CandidateCrm.Testing.Tests.Contract;

/// <summary>Keeps the definitions before it looks at the position.</summary>
internal sealed class KeepsDefinitionsOfTheRefused(ManualClock clock) : FaultyStore(clock)
{
    private readonly Dictionary<(TenantId Tenant, DefinitionHash Hash), DefinitionDocument> _kept = [];

    public override async ValueTask<bool> PublishAsync(RulesPublication publication, CancellationToken cancellationToken)
    {
        var published = await base.PublishAsync(publication, cancellationToken);
        foreach (var definition in publication.Definitions)
        {
            _kept[(publication.Tenant, definition.Hash)] = definition;
        }

        return published;
    }

    public override ValueTask<IReadOnlyList<DefinitionDocument>> ReadDefinitionsAsync(TenantId tenant, ImmutableArray<DefinitionHash> hashes, CancellationToken cancellationToken) =>
        new([.. hashes.Where(h => _kept.ContainsKey((tenant, h))).Select(h => _kept[(tenant, h)])]);
}

/// <summary>Gives a publication the next position, whatever it asked for.</summary>
internal sealed class CountsForItself(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<bool> PublishAsync(RulesPublication publication, CancellationToken cancellationToken)
    {
        var log = await base.ReadLogAsync(publication.Tenant, 0, cancellationToken);
        return await base.PublishAsync(publication with { Version = publication.Version with { Position = log.Count + 1 } }, cancellationToken);
    }
}

/// <summary>Believes the hash that it is told.</summary>
internal sealed class BelievesHashes(ManualClock clock) : FaultyStore(clock)
{
    private readonly Dictionary<DefinitionHash, string> _told = [];

    public override async ValueTask<bool> PublishAsync(RulesPublication publication, CancellationToken cancellationToken)
    {
        try
        {
            return await base.PublishAsync(publication, cancellationToken);
        }
        catch (ArgumentException refusal) when (refusal.Message.Contains("SHA-256", StringComparison.Ordinal))
        {
            publication.Definitions.ToList().ForEach(d => _told[d.Hash] = d.Json);
            return true;
        }
    }
}

/// <summary>Publishes a manifest without asking whether its definitions are there.</summary>
internal sealed class BelievesManifests(ManualClock clock) : FaultyStore(clock)
{
    public override async ValueTask<bool> PublishAsync(RulesPublication publication, CancellationToken cancellationToken)
    {
        var supplied = publication.Definitions.Select(d => d.Hash).ToHashSet();
        var known = await base.ReadDefinitionsAsync(publication.Tenant, [.. publication.Version.Manifest.Select(r => r.Hash)], cancellationToken);
        supplied.UnionWith(known.Select(d => d.Hash));
        var manifest = publication.Version.Manifest.Where(r => supplied.Contains(r.Hash));
        return await base.PublishAsync(publication with { Version = publication.Version with { Manifest = [.. manifest] } }, cancellationToken);
    }
}

/// <summary>Finds definitions by their hashes in all tenants.</summary>
internal sealed class LeaksDefinitions(ManualClock clock) : FaultyStore(clock)
{
    private readonly HashSet<TenantId> _tenants = [];

    public override ValueTask<bool> PublishAsync(RulesPublication publication, CancellationToken cancellationToken)
    {
        _tenants.Add(publication.Tenant);
        return base.PublishAsync(publication, cancellationToken);
    }

    public override async ValueTask<IReadOnlyList<DefinitionDocument>> ReadDefinitionsAsync(TenantId tenant, ImmutableArray<DefinitionHash> hashes, CancellationToken cancellationToken)
    {
        foreach (var other in _tenants)
        {
            var found = await base.ReadDefinitionsAsync(other, hashes, cancellationToken);
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }
}

/// <summary>Lets commits go on under rules that were published over.</summary>
internal sealed class ForgetsPublications(ManualClock clock) : FaultyStore(clock)
{
    private readonly InMemoryCrmStore _rules = new(clock);

    public override ValueTask<bool> PublishAsync(RulesPublication publication, CancellationToken cancellationToken) => _rules.PublishAsync(publication, cancellationToken);

    public override ValueTask<IReadOnlyList<RulesVersion>> ReadLogAsync(TenantId tenant, long after, CancellationToken cancellationToken) => _rules.ReadLogAsync(tenant, after, cancellationToken);

    public override ValueTask<IReadOnlyList<DefinitionDocument>> ReadDefinitionsAsync(TenantId tenant, ImmutableArray<DefinitionHash> hashes, CancellationToken cancellationToken) =>
        _rules.ReadDefinitionsAsync(tenant, hashes, cancellationToken);
}
