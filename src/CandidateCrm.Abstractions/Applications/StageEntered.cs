using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An application moved to a stage, forwards, backwards, or into the same one again. Without a pipeline the category says what the stage means.</summary>
[WireName("application.stage_entered")]
public sealed record StageEntered : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the stage.</summary>
    public required StageKey Stage { get; init; }

    /// <summary>Gets what kind of step it is; what the pipeline says where it is not told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StageCategory Category { get; init; }

    /// <summary>Gets why, if that was said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }
}
