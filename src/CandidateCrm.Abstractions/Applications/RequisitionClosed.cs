using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>
/// The opening was closed. Every live application of the candidate for it ends with <see cref="Disposition.PositionClosed"/>, one with an offer that
/// stands excepted. The job of a closing tells it to each candidate; a host that keeps its requisitions elsewhere may tell it as well.
/// </summary>
[WireName("requisition.closed")]
public sealed record RequisitionClosed : IFact
{
    /// <summary>Gets the opening.</summary>
    public required RequisitionId Requisition { get; init; }

    /// <summary>Gets why, such as <see cref="CloseReasons.Filled"/>; the applications end with the same reason.</summary>
    public required ReasonCode Reason { get; init; }
}
