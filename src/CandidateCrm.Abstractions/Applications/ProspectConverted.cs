using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>A prospect became an applicant: the application is live from now on.</summary>
[WireName("application.prospect_converted")]
public sealed record ProspectConverted : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening.</summary>
    public required RequisitionId Requisition { get; init; }

    /// <summary>Gets what kind of work the opening is, for rules about separate processes; unassigned where that does not matter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionFamily Family { get; init; }

    /// <summary>Gets the pipeline it runs through; the tenant's default where none is given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PipelineKey Pipeline { get; init; }
}
