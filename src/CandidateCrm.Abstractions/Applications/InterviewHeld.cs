using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An interview took place; the instant of the event is its end.</summary>
[WireName("interview.held")]
public sealed record InterviewHeld : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the interview.</summary>
    public required InterviewId Interview { get; init; }
}
