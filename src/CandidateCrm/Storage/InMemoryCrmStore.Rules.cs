using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;

namespace CandidateCrm.Storage;

public sealed partial class InMemoryCrmStore : IRulesStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RulesVersion>> ReadLogAsync(TenantId tenant, long after, CancellationToken cancellationToken) =>
        Answer(tenant, t => t.ReadLog(after), [], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DefinitionDocument>> ReadDefinitionsAsync(
        TenantId tenant, ImmutableArray<DefinitionHash> hashes, CancellationToken cancellationToken) =>
        Answer(tenant, t => t.ReadDefinitions(hashes), [], cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A hash is not that of the JSON beside it, or the manifest names a definition that is neither known nor supplied.</exception>
    public ValueTask<bool> PublishAsync(RulesPublication publication, CancellationToken cancellationToken)
    {
        PublicationShape.Check(publication);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<bool>(cancellationToken)
            : new(PartitionOf(publication.Tenant).Publish(publication));
    }
}
