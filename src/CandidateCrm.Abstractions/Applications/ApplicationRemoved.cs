using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>The host deleted an application. Nothing is promised about it any more, and it counts nowhere as an earlier one.</summary>
[WireName("application.removed")]
public sealed record ApplicationRemoved : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }
}
