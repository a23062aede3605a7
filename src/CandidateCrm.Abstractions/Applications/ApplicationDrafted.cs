using System.Text.Json.Serialization;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>The candidate began an application and has not submitted it, or went on with it. Every telling begins the silence anew after which it counts as abandoned.</summary>
[WireName("application.drafted")]
public sealed record ApplicationDrafted : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening, if known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets where the application comes from, if known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SourceCode Source { get; init; }
}
