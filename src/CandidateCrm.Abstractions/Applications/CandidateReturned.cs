using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Somebody who applied before applied again after that application had ended.</summary>
[WireName("applications.candidate_returned")]
public sealed record CandidateReturned : IDerivedEvent
{
    /// <summary>Gets the new application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the earlier one: of those that have ended the latest for the same opening, or else the latest.</summary>
    public required JobApplicationId Previous { get; init; }
}
