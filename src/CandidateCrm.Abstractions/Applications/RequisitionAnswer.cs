using System.Collections.Immutable;
using CandidateCrm.Jobs;

namespace CandidateCrm.Applications;

/// <summary>The answer to saving, closing or re-opening a requisition.</summary>
public sealed record RequisitionAnswer
{
    /// <summary>Gets what came of it.</summary>
    public required RequisitionOutcome Outcome { get; init; }

    /// <summary>Gets the requisition as it is stored now; null where there is none.</summary>
    public Requisition? Requisition { get; init; }

    /// <summary>Gets everything that is wrong; empty unless it was refused.</summary>
    public ImmutableArray<RequisitionFault> Faults { get; init; } = [];

    /// <summary>Gets the job that tells those in process, where it was closed; it does its work in <see cref="ICrmRunner.RunJobsAsync"/>.</summary>
    public Job? Job { get; init; }
}
