using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An ended application goes on: a rejection, a withdrawal or a hire was taken back.</summary>
[WireName("application.reopened")]
public sealed record ApplicationReopened : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the stage in which it goes on; the one that it had before it ended where none is given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StageKey Stage { get; init; }

    /// <summary>Gets why, if that was said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }
}
