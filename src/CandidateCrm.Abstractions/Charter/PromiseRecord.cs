using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>One promise from its opening to where it stands: what a report counts.</summary>
public sealed record PromiseRecord
{
    /// <summary>Gets to whom it was made.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets the version of the expectation that it is judged by.</summary>
    public required int Version { get; init; }

    /// <summary>Gets when it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>Gets the opening that it was about when it was opened; unassigned where it was about none.</summary>
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets the pipeline then; unassigned where none was known.</summary>
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets the stage then; unassigned where none was known.</summary>
    public StageKey Stage { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required PromiseStanding Standing { get; init; }

    /// <summary>Gets the open time that it took, without pauses; null unless it was fulfilled, in time or late, and for a prohibition.</summary>
    public Duration? WorkingTime { get; init; }

    /// <summary>Gets the open time by which it came late; null unless it was fulfilled late.</summary>
    public Duration? WorkingOverrun { get; init; }

    /// <summary>Gets the time on the clock on the wall by which it came late; null unless it was fulfilled late.</summary>
    public Duration? WallOverrun { get; init; }
}
