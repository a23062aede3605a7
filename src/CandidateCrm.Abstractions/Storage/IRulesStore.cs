using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;

namespace CandidateCrm.Storage;

/// <summary>Keeps the activation logs of tenants and the definitions that they name. Nothing of it is ever changed or deleted while a timeline needs it.</summary>
public interface IRulesStore
{
    /// <summary>Reads the entries of a tenant's log after a position, in order; 0 reads all. A tenant that was never seen has none.</summary>
    ValueTask<IReadOnlyList<RulesVersion>> ReadLogAsync(TenantId tenant, long after, CancellationToken cancellationToken);

    /// <summary>Reads definitions of a tenant by their hashes, in the order asked; those it does not have are absent. Another tenant's are never seen.</summary>
    ValueTask<IReadOnlyList<DefinitionDocument>> ReadDefinitionsAsync(TenantId tenant, ImmutableArray<DefinitionHash> hashes, CancellationToken cancellationToken);

    /// <summary>
    /// Appends an entry and keeps its definitions, as a whole; false, and nothing is written, where the position is taken or leaves a gap.
    /// From then on a commit that was decided under an earlier position is answered with <see cref="CommitStatus.RulesChanged"/>.
    /// </summary>
    ValueTask<bool> PublishAsync(RulesPublication publication, CancellationToken cancellationToken);
}
