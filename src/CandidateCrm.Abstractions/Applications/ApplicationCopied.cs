using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>A candidate is considered for another opening besides: a new application, which begins in the first stage. The one that it was copied from stays as it is.</summary>
[WireName("application.copied")]
public sealed record ApplicationCopied : IApplicationFact
{
    /// <summary>Gets the new application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the application that it was copied from.</summary>
    public required JobApplicationId From { get; init; }

    /// <summary>Gets the opening of the new one.</summary>
    public required RequisitionId Requisition { get; init; }

    /// <summary>Gets what kind of work the opening is, for rules about separate processes; unassigned where that does not matter.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionFamily Family { get; init; }
}
