using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Which requisitions to list: those to which all that is said here applies.</summary>
public sealed record RequisitionFilter
{
    /// <summary>Gets the status; null for any.</summary>
    public RequisitionStatus? Status { get; init; }

    /// <summary>Gets the family; unassigned for any.</summary>
    public RequisitionFamily Family { get; init; }

    /// <summary>Gets the pipeline; unassigned for any.</summary>
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets the last target date; null for any, also those without one.</summary>
    public LocalDate? TargetUntil { get; init; }

    /// <summary>Says whether a requisition is meant.</summary>
    public bool Takes(Requisition requisition)
    {
        ArgumentNullException.ThrowIfNull(requisition);
        return (Status is null || Status == requisition.Status)
            && (!Family.IsAssigned || Family == requisition.Family)
            && (!Pipeline.IsAssigned || Pipeline == requisition.Pipeline)
            && (TargetUntil is null || requisition.TargetDate <= TargetUntil);
    }
}
