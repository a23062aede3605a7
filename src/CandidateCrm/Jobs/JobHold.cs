using CandidateCrm.Storage;
using CandidateCrm.Work;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Holds the lease on a job while its pages are done.</summary>
internal sealed class JobHold(IJobQueue queue, DocumentLease lease, LeaseHold hold)
{
    internal DocumentLease Lease => lease;

    /// <summary>Gets the store's clock as far as it is known.</summary>
    internal Instant Now => hold.Now;

    internal bool IsLost => hold.IsLost(0);

    /// <summary>Renews the lease where it is time; false where it is lost.</summary>
    internal ValueTask<bool> RenewAsync(CancellationToken cancellationToken) => hold.HoldAsync(0, cancellationToken);

    /// <summary>Does a page, and renews the lease as long as that takes.</summary>
    internal ValueTask<JobPage> WhileAsync(Func<CancellationToken, ValueTask<JobPage>> page, CancellationToken cancellationToken) =>
        hold.WhileAsync(0, page, cancellationToken);

    internal ValueTask ReleaseAsync() => queue.ReleaseAsync(lease, CancellationToken.None);
}
