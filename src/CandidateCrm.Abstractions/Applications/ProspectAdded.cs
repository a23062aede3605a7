using System.Text.Json.Serialization;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Somebody was put forward for an opening, or for none in particular, without having applied.</summary>
[WireName("application.prospect_added")]
public sealed record ProspectAdded : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening, if there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets what kind of work the opening is, for rules about separate processes; unassigned where that does not matter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionFamily Family { get; init; }

    /// <summary>Gets where the person comes from, if known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SourceCode Source { get; init; }
}
