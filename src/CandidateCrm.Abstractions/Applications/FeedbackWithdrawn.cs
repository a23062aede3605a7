using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An interviewer took the feedback back; it is missing again.</summary>
[WireName("feedback.withdrawn")]
public sealed record FeedbackWithdrawn : IInterviewFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets whose feedback it was.</summary>
    public required PersonId By { get; init; }
}
