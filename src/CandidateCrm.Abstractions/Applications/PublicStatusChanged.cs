using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>What the candidate sees of an application changed. It names no internal stage.</summary>
[WireName("applications.public_status_changed")]
public sealed record PublicStatusChanged : IDerivedEvent
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the step before; unassigned for the first one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PublicStepKey From { get; init; }

    /// <summary>Gets the step that is shown now.</summary>
    public required PublicStepKey To { get; init; }

    /// <summary>Gets why; always given for a step back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }

    /// <summary>Gets the number of the change within the application, from 1 on.</summary>
    public required int Ordinal { get; init; }
}
