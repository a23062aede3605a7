using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>The candidate gave up an application without submitting it.</summary>
[WireName("application.abandoned")]
public sealed record ApplicationAbandoned : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }
}
