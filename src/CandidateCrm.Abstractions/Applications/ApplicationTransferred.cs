using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An application goes on for another opening, in the stage of the same key or category there, or else in the first one.</summary>
[WireName("application.transferred")]
public sealed record ApplicationTransferred : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening that it is for from now on.</summary>
    public required RequisitionId Requisition { get; init; }

    /// <summary>Gets what kind of work the opening is, for rules about separate processes; unassigned where that does not matter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionFamily Family { get; init; }

    /// <summary>Gets the pipeline it runs through; the one that it had where none is given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets why.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }
}
