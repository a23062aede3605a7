using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Keeps facts that were handed in and not decided yet: durable, in order of arrival for each candidate. No rule and no lock on a relationship is involved.</summary>
public interface ICrmInbox
{
    /// <summary>Appends facts, all or none, in the host's transaction where one is given: then they are there when it commits, and only then.</summary>
    ValueTask AppendAsync(InboxAppend append, CancellationToken cancellationToken);

    /// <summary>Claims candidates with waiting facts, longest waiting first, tenants in turn. Two callers never get the same candidate while a lease holds; facts that come meanwhile wait.</summary>
    ValueTask<InboxClaim> ClaimAsync(InboxClaimRequest request, CancellationToken cancellationToken);

    /// <summary>Holds a lease for longer, from now on; false where it is lost.</summary>
    ValueTask<bool> RenewAsync(InboxLease lease, Duration duration, CancellationToken cancellationToken);

    /// <summary>Removes the facts of a batch that was recorded; false, and nothing is removed, where the lease is lost.</summary>
    ValueTask<bool> CompleteAsync(InboxLease lease, CancellationToken cancellationToken);

    /// <summary>Notes a failure and gives the batch back, to be tried again at an instant, or parks it; false where the lease is lost. One that was not tried keeps its number of attempts.</summary>
    /// <exception cref="ArgumentException">It was not tried, and nothing says when to look again.</exception>
    ValueTask<bool> FailAsync(InboxFailure failure, CancellationToken cancellationToken);
}
