namespace CandidateCrm.Storage;

/// <summary>Hands out due alarms, across tenants: at most one row a candidate.</summary>
public interface IWorkQueue
{
    /// <summary>Claims alarms that are due by the store's clock and that nobody holds. Two callers never get the same one while a lease holds.</summary>
    ValueTask<WorkClaim> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken);

    /// <summary>Holds a lease for longer, from now on; false where it is lost.</summary>
    ValueTask<bool> RenewAsync(Lease lease, NodaTime.Duration duration, CancellationToken cancellationToken);

    /// <summary>Gives an alarm back undone; a lost lease is no error.</summary>
    ValueTask ReleaseAsync(Lease lease, CancellationToken cancellationToken);
}
