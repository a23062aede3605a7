using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Hands out documents that are due, across tenants, such as jobs: one worker at a time, tenants in turn.</summary>
public interface IJobQueue
{
    /// <summary>Claims documents that are due by the store's clock and that nobody holds, earliest first. Two callers never get the same one while a lease holds.</summary>
    ValueTask<JobClaim> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken);

    /// <summary>Holds a lease for longer, from now on; false where it is lost.</summary>
    ValueTask<bool> RenewAsync(DocumentLease lease, Duration duration, CancellationToken cancellationToken);

    /// <summary>Gives a document back undone; a lost lease is no error. A document is finished by the commit that moves its due time under the lease, see <see cref="CrmCommit.DocumentLease"/>.</summary>
    ValueTask ReleaseAsync(DocumentLease lease, CancellationToken cancellationToken);
}
