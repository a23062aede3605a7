using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>An application that goes on, in a list; among the stuck also one that ended untold.</summary>
public sealed record LiveApplication
{
    /// <summary>Gets whose it is.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening; unassigned where nobody told that it was submitted: then it belongs to nothing.</summary>
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets when it was submitted; null where that was not told.</summary>
    public Instant? SubmittedAt { get; init; }

    /// <summary>Gets the stage it is in; unassigned where none is known.</summary>
    public StageKey Stage { get; init; }

    /// <summary>Gets since when it is there.</summary>
    public required Instant StageSince { get; init; }

    /// <summary>Gets a value indicating whether it has ended by our doing, and nobody told the candidate in time; then <see cref="StageSince"/> is when it ended.</summary>
    public bool IsUntold { get; init; }

    /// <summary>Gets a value indicating whether an offer to the candidate stands.</summary>
    public bool HasOffer { get; init; }
}
