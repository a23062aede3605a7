using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>A live application of an opening balance.</summary>
public sealed record OpeningApplication
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening.</summary>
    public required RequisitionId Requisition { get; init; }

    /// <summary>Gets the pipeline; unassigned for the tenant's first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets the stage that it is in; unassigned where that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StageKey Stage { get; init; }

    /// <summary>Gets when it was submitted, if known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? SubmittedAt { get; init => field = value is { } at ? Microseconds.Floor(at) : null; }
}
