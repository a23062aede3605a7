using System.Text.Json.Serialization;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>A candidate applied, for an opening or unasked.</summary>
[WireName("application.submitted")]
public sealed record ApplicationSubmitted : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening; unassigned for a speculative application.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets what kind of work the opening is, for rules about separate processes; unassigned where that does not matter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionFamily Family { get; init; }

    /// <summary>Gets the pipeline it runs through; the tenant's default where none is given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets where the application came from, if known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SourceCode Source { get; init; }
}
