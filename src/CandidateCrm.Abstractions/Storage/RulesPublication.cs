using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;

namespace CandidateCrm.Storage;

/// <summary>An entry to append to a tenant's activation log, with the definitions that it names and the store may not have.</summary>
public sealed record RulesPublication
{
    /// <summary>Gets the tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Gets the entry; its position is the one after the last.</summary>
    public required RulesVersion Version { get; init; }

    /// <summary>Gets definitions to keep; one whose hash is there already stays as it is.</summary>
    public ImmutableArray<DefinitionDocument> Definitions { get; init; } = [];
}
