using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An ended application goes on, at the stage it had before.</summary>
[WireName("application.reopened")]
public sealed record ApplicationReopened : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }
}
