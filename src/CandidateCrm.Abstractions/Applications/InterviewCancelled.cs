using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An interview will not take place.</summary>
[WireName("interview.cancelled")]
public sealed record InterviewCancelled : IInterviewFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets why, if told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }
}
