using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An interview did not take place because somebody did not come.</summary>
[WireName("interview.missed")]
public sealed record InterviewMissed : IInterviewFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets who did not come.</summary>
    public required Absentee By { get; init; }
}
