using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An interviewer said what the interview came to; said again, it replaces what was said before. Words belong into the personal part.</summary>
[WireName("feedback.given")]
public sealed record FeedbackGiven : IInterviewFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets who gave it.</summary>
    public required PersonId By { get; init; }

    /// <summary>Gets what it came to, if it is told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public FeedbackVerdict Verdict { get; init; }
}
