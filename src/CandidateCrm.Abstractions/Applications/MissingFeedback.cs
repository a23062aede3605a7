using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Feedback that an interviewer still owes.</summary>
public sealed record MissingFeedback
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the interview.</summary>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets the round, if the host counts them.</summary>
    public InterviewRound Round { get; init; }

    /// <summary>Gets who owes it.</summary>
    public required PersonId From { get; init; }

    /// <summary>Gets since when: since the interview was held.</summary>
    public required Instant Since { get; init; }
}
