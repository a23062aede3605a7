using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>The requisitions of one tenant. No rule reads them: what an application is for, and whether that was closed, is told by facts.</summary>
public interface IRequisitions
{
    /// <summary>
    /// Saves a requisition on top of the revision that was read, or a new one at revision 0. Saved again as it is stored, it changes nothing, so
    /// that a host that got no answer may repeat itself. One that is closed may be corrected; it stays closed.
    /// </summary>
    /// <exception cref="BusyException">It changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<RequisitionAnswer> SaveAsync(Requisition draft, CancellationToken cancellationToken = default);

    /// <summary>Returns a requisition, or null.</summary>
    ValueTask<Requisition?> FindAsync(RequisitionId requisition, CancellationToken cancellationToken = default);

    /// <summary>Lists a page in ordinal order of names. A page with fewer than asked for is the last one. A filter reads past what it leaves out.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="after">The last name of the page before; unassigned for the first page.</param>
    /// <param name="max">The largest number: 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<Requisition>> ListAsync(
        RequisitionFilter? filter = null, RequisitionId after = default, int max = 100, CancellationToken cancellationToken = default);

    /// <summary>
    /// Closes a requisition and starts, in the same commit, the job that ends each live application for it with an event from which a fitting
    /// answer follows. Closed already it stays as it is, with the first reason; a job that is over begins again, to reach whoever applied since.
    /// </summary>
    /// <exception cref="BusyException">It changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<RequisitionAnswer> CloseAsync(RequisitionId requisition, ReasonCode reason, Actor by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens a closed requisition again; one that is not closed is left alone. Its job stops before its next page. Applications that have ended
    /// stay so: whom the host takes back is told by <see cref="ApplicationReopened"/>.
    /// </summary>
    /// <exception cref="BusyException">It changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<RequisitionAnswer> ReopenAsync(RequisitionId requisition, Actor by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists a page of the live applications for a requisition, whether it was ever saved or not, by candidate and application in ordinal order.
    /// After a closing: who applied since, who was moved since, and who has an offer. A page with fewer than asked for is the last one.
    /// </summary>
    /// <param name="requisition">The requisition; assigned.</param>
    /// <param name="after">The last one of the page before; null for the first page. It need not be live any more.</param>
    /// <param name="max">The largest number: 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<LiveApplication>> ListLiveAsync(
        RequisitionId requisition, LiveApplication? after = null, int max = 100, CancellationToken cancellationToken = default);
}
